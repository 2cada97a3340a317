import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { windowChoices } from '../../../main/library/window-choices.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

test('choices are remembered one by one, and each may be taken out', async () => {
  const file = join(temporaryFolder(), 'profile', 'window-choices.json')
  const choices = windowChoices(file)
  expect(await choices.recall()).toEqual({})
  await Promise.all([choices.keep({ list: 'on' }), choices.keep({ side: '52', list: 'off' })])
  await choices.keep({ side: null })
  expect(await choices.recall()).toEqual({ list: 'off' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ list: 'off' })
  expect(await windowChoices(file).recall()).toEqual({ list: 'off' })
})

test('what is changed while a write is under way is written too', async () => {
  const file = join(temporaryFolder(), 'window-choices.json')
  const choices = windowChoices(file)
  const first = choices.keep({ width: '1' })
  for (let width = 2; width <= 50; width++) void choices.keep({ width: `${width}` })
  await first
  await choices.keep({})
  expect(await windowChoices(file).recall()).toEqual({ width: '50' })
})

test('a file that cannot be read is one without choices, and a place that cannot be written stops nobody', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'window-choices.json')
  writeFileSync(file, '{"list":')
  expect(await windowChoices(file).recall()).toEqual({})
  const nowhere = windowChoices(join(file, 'below-a-file.json'))
  await nowhere.keep({ list: 'on' })
  expect(await nowhere.recall()).toEqual({ list: 'on' })
})
