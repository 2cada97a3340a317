import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNow } from '../../../main/library/stamped-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

test('a file is read at once; none and a link are nothing, and what cannot be read is said', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'one.json')
  writeFileSync(path, 'Words.')
  symlinkSync(path, join(folder, 'link.json'))
  mkdirSync(join(folder, 'folder.json'))
  expect(readNow(path)?.toString()).toBe('Words.')
  expect(readNow(join(folder, 'none.json'))).toBeNull()
  expect(readNow(join(folder, 'link.json'))).toBeNull()
  expect(() => readNow(join(folder, 'folder.json'))).toThrow('EISDIR')
})
