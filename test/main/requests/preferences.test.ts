import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readAppSettings, writeAppSettings } from '../../../main/library/app-settings.ts'
import { openPreferences } from '../../../main/library/kept-preferences.ts'
import { usualPreferences } from '../../../shared/model/preferences.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

test('preferences are set one by one, told, and kept beside the other settings', async () => {
  const settingsFile = join(temporaryFolder(), 'settings.json')
  await writeAppSettings(settingsFile, { backupFolder: '/elsewhere' })
  const told: unknown[] = []
  const preferences = await openPreferences(settingsFile, now => told.push(now.look))
  const { ask } = await openDesk({ preferences })
  expect(await ask('preferences.get', {})).toEqual(usualPreferences)
  await Promise.all([
    ask('preferences.set', { preferences: { look: 'dark' } }),
    ask('preferences.set', { preferences: { textSize: 'large' } }),
  ])
  const wanted = { ...usualPreferences, look: 'dark', textSize: 'large' }
  expect(await ask('preferences.get', {})).toEqual(wanted)
  expect(told).toEqual(['dark', 'dark'])
  expect((await openPreferences(settingsFile)).get()).toEqual(wanted)
  expect((await readAppSettings(settingsFile)).settings.backupFolder).toBe('/elsewhere')
})

test('a preference that there is not is refused, and nothing is changed', async () => {
  const { ask } = await openDesk()
  const wrong = { look: 'pink' } as unknown as { look: 'dark' }
  await expect(ask('preferences.set', { preferences: wrong })).rejects.toThrow(/none of system, light, dark/)
  expect(await ask('preferences.get', {})).toEqual(usualPreferences)
})

test('what another version stored leaves the rest as it was', async () => {
  const settingsFile = join(temporaryFolder(), 'app/settings.json')
  mkdirSync(dirname(settingsFile))
  const unknown = { look: 'sepia', paper: 'a3', region: 'tlh', marking: 5, unheardOf: true }
  const stored = { ...unknown, english: 'en-US' }
  writeFileSync(settingsFile, JSON.stringify({ schema: 1, backupFolder: null, preferences: stored }))
  expect((await openPreferences(settingsFile)).get()).toEqual({ ...usualPreferences, english: 'en-US' })
  writeFileSync(settingsFile, 'nonsense')
  expect((await openPreferences(settingsFile)).get()).toEqual(usualPreferences)
  expect(readFileSync(settingsFile, 'utf8')).toBe('nonsense')
})

test('a new brief is marked as is preferred where its form allows it, unless its marking is said', async () => {
  const { ask } = await openDesk()
  const marked = async (template: string, said: { marking?: string | null } = {}) =>
    (await ask('brief.create', { template, title: 'Tokyo', ...said })).marking
  expect(await marked('briefing-paper')).toBeNull()
  await ask('preferences.set', { preferences: { marking: 'OFFICIAL-SENSITIVE' } })
  expect(await marked('briefing-paper')).toBe('OFFICIAL-SENSITIVE')
  expect(await marked('uk-submission')).toBe('OFFICIAL-SENSITIVE')
  expect(await marked('us-action-memo')).toBe('UNCLASSIFIED')
  expect(await marked('briefing-paper', { marking: null })).toBeNull()
  expect(await marked('uk-submission', { marking: 'SECRET' })).toBe('SECRET')
  const tooLong = 'X'.repeat(61)
  await expect(ask('preferences.set', { preferences: { marking: tooLong } })).rejects.toThrow()
})
