// Files that the system names, and what it is told of in turn.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namedFiles } from '../../../main/named-files.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

test('named files are imported once, and the system may list those that were not refused', async () => {
  const files = namedFiles(() => undefined)
  const remembered: string[] = []
  const { ask } = await openDesk({
    desktop: {
      showRecent: () => undefined,
      rememberFile: path => void remembered.push(path),
      namedFiles: files,
    },
  })
  const folder = temporaryFolder()
  const [good, missing] = [join(folder, 'good.md'), join(folder, 'missing.md')]
  writeFileSync(good, '# An article\n\nWords.')
  files.add([good, missing])
  expect(await ask('file.waiting', {})).toEqual({ briefs: 0, sources: 2 })
  const outcome = await ask('source.import', { fields: {}, areNamed: true })
  expect(outcome.sources.map(({ title }) => title)).toEqual(['An article'])
  expect(outcome.failures).toMatchObject([{ file: missing }])
  expect(remembered).toEqual([good])
  expect((await ask('source.import', { fields: {}, areNamed: true })).sources).toEqual([])
})
