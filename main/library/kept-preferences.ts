// What a person prefers in the app, kept among its settings.
import { type Preferences, readPreferences } from '../../shared/model/preferences.ts'
import { readAppSettings, writeAppSettings } from './app-settings.ts'

/** Holds the preferences of a settings file; `onChange` hears them after each change. */
export type KeptPreferences = {
  get(): Preferences
  /** Changes some of them. Rejects, and they are as they were, where the disk refuses. */
  set(changes: Partial<Preferences>): Promise<Preferences>
}

export async function openPreferences(
  settingsFile: string,
  onChange: (preferences: Preferences) => void = () => undefined,
): Promise<KeptPreferences> {
  let preferences = readPreferences((await readAppSettings(settingsFile)).settings.preferences)
  let turn: Promise<unknown> = Promise.resolve()

  async function change(changes: Partial<Preferences>): Promise<Preferences> {
    const { settings } = await readAppSettings(settingsFile)
    const changed = { ...preferences, ...changes }
    await writeAppSettings(settingsFile, { ...settings, preferences: changed })
    preferences = changed
    onChange(changed)
    return changed
  }

  return {
    get: () => preferences,
    set(changes) {
      const done = turn.then(() => change(changes))
      turn = done.catch(() => undefined)
      return done
    },
  }
}
