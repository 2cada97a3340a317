import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lastExport } from '../../../main/library/last-export.ts'
import { usualLook } from '../../../shared/brief/export-format.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const word = { format: 'docx', notes: 'end', paper: 'letter' } as const

describe('the last export', () => {
  test('is remembered, also in a folder that is not there yet', async () => {
    const file = join(temporaryFolder(), 'app', 'last-export.json')
    await lastExport(file).keep(word)
    expect(await lastExport(file).read()).toEqual(word)
  })

  test.each([
    ['nothing', null],
    ['half a file', '{"format":"do'],
    ['a format that there is not', '{"format":"odt","notes":null,"paper":null}'],
    ['no object', '7'],
  ])('is the usual one where %s is remembered', async (_name, content) => {
    const file = join(temporaryFolder(), 'last-export.json')
    if (content !== null) writeFileSync(file, content)
    expect(await lastExport(file).read()).toEqual(usualLook)
  })

  test('that cannot be kept disturbs nobody, and what was there stays', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'app'), 'a file, no folder')
    await lastExport(join(folder, 'app', 'last-export.json')).keep(word)
    expect(readFileSync(join(folder, 'app'), 'utf8')).toBe('a file, no folder')
    mkdirSync(join(folder, 'taken.json'))
    await lastExport(join(folder, 'taken.json')).keep(word)
    expect(readdirSync(folder).sort()).toEqual(['app', 'taken.json'])
  })
})
