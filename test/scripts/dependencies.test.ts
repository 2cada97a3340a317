import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reasonOf, reasons } from '../../scripts/dependencies/reasons.mjs'
import { projectRoot } from '../../scripts/executable.mjs'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

/** The cells of each row under a heading. */
function rowsUnder(heading: string): string[][] {
  const [, chapter = ''] = read('docs/DEPENDENCIES.md').split(`## ${heading}\n`)
  return (chapter.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| package'))
    .map(line => line.slice(2, -2).split(' | '))
}

it.each([
  ['In the app', dependencies],
  ['Tools and tests', devDependencies],
])(
  '%s: the table has each package once, in the version and under the licence that is installed',
  (heading, packages) => {
    const licenceOf = (name: string) => JSON.parse(read(`node_modules/${name}/package.json`)).license
    expect(rowsUnder(heading).map(([name, version, licence]) => [name, version, licence])).toEqual(
      Object.entries(packages).map(([name, version]) => [name, version, licenceOf(name)]),
    )
  },
)

it('each row has a day and a reason, and one that may be old says why it is kept', () => {
  const rows = [...rowsUnder('In the app'), ...rowsUnder('Tools and tests')]
  const written = Date.parse(/on (\d{4}-\d\d-\d\d);/.exec(read('docs/DEPENDENCIES.md'))?.[1] ?? '')
  const year = 365.25 * 86_400_000
  for (const [name = '', , , released = '', why = ''] of rows) {
    expect(released, name).toMatch(/^(?:≤ )?\d{4}-\d\d-\d\d$/)
    expect(why.startsWith(reasonOf(name)?.why ?? 'none'), name).toBe(true)
    const age = written - Date.parse(released.replace('≤ ', ''))
    if (age > (released.startsWith('≤') ? 1 : 2) * year) expect(why, name).toContain('. Kept: ')
  }
})

it('no reason is left of a package that is gone', () => {
  const names = Object.keys({ ...dependencies, ...devDependencies })
  const isUsed = (key: string) =>
    key.endsWith('*') ? names.some(name => name.startsWith(key.slice(0, -1))) : names.includes(key)
  expect(Object.keys(reasons).filter(key => !isUsed(key))).toEqual([])
})
