import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reading } from '../main/capture/reading.ts'
import { readBrokenFiles, wholeFiles } from './broken-files.ts'
import { fuzzRequests } from './fuzz-requests.ts'

test('whatever a window asks for is answered or refused in words, and touches nothing that nobody chose', async () => {
  const place = await mkdtemp(join(tmpdir(), 'dispatch-box-fuzz-'))
  try {
    const { asked, answered, refused, unforeseen, outside } = await fuzzRequests(place, 600, 11)
    expect({ unforeseen, outside }).toEqual({ unforeseen: [], outside: [] })
    expect(answered + refused).toBe(asked)
    expect(Math.min(answered, refused)).toBeGreaterThan(30)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}, 120_000)

test('a broken file of any format is taken in, or refused by its name', async () => {
  for (const format of Object.keys(wholeFiles)) {
    const { tried, taken, refused, unforeseen } = await readBrokenFiles(format, 12, 11, reading)
    expect(unforeseen).toEqual([])
    expect(taken + refused).toBe(tried)
  }
}, 240_000)
