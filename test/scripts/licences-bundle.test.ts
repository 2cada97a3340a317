import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'
import { packageLicences } from '../../scripts/licences-bundle.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

it('every production dependency has a licence, and all but two its text', () => {
  const found = packageLicences()
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const names = found.map(({ name }) => name)
  expect(Object.keys(dependencies).filter(name => !names.includes(name))).toEqual([])
  // Both by others' hands, of the MIT licence and in the public domain; their packages hold no text.
  expect(found.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([
    'isarray',
    'railroad-diagrams',
  ])
})

it('what is for development is left out, and a package that says no licence ends the build', () => {
  const root = temporaryFolder()
  const put = (path: string, content: object) => {
    mkdirSync(join(root, path), { recursive: true })
    writeFileSync(join(root, path, 'package.json'), JSON.stringify(content))
  }
  put('node_modules/kept', { name: 'kept', version: '1.0.0', license: 'MIT' })
  writeFileSync(join(root, 'node_modules/kept/LICENSE.md'), 'As is.\n')
  const lock = (packages: object) =>
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
  lock({ '': {}, 'node_modules/kept': {}, 'node_modules/tool': { dev: true } })
  expect(packageLicences(root)).toEqual([{ name: 'kept', version: '1.0.0', licence: 'MIT', text: 'As is.' }])
  put('node_modules/silent', { name: 'silent', version: '1.0.0' })
  lock({ 'node_modules/silent': {} })
  expect(() => packageLicences(root)).toThrow('node_modules/silent does not say its licence.')
})
