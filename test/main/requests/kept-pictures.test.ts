import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawnPng, sha256OfPicture } from '../../drawn-picture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

test('a picture that a brief keeps has a size until its file is damaged or gone', async () => {
  const folder = temporaryFolder()
  const { ask } = await openDesk({}, folder)
  const bytes = drawnPng(30, 20)
  const { sha256 } = await ask('brief.attach', { name: 'chart.png', bytes })
  expect(sha256).toBe(sha256OfPicture(bytes))
  const known = () => ask('picture.describe', { pictures: [sha256] })
  expect(await known()).toEqual({ [sha256]: { width: 30, height: 20 } })
  const file = join(folder, 'attachments', sha256)
  writeFileSync(file, drawnPng(31, 20))
  expect(await known()).toEqual({ [sha256]: null })
  rmSync(file)
  expect(await known()).toEqual({ [sha256]: null })
  // The same picture once more makes it whole.
  await ask('brief.attach', { name: 'chart.png', bytes })
  expect(await known()).toEqual({ [sha256]: { width: 30, height: 20 } })
})

test('what is no picture is not kept for a brief', async () => {
  const { ask } = await openDesk()
  const bytes = Uint8Array.from(new TextEncoder().encode('<svg/>'))
  await expect(ask('brief.attach', { name: 'chart.svg', bytes })).rejects.toThrow('no picture')
})
