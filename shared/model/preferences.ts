// What a person prefers in the app on this machine, whichever library is open.
import * as z from 'zod'
import { preferredPapers } from '../brief/paper.ts'
import { regions } from '../dates/date-styles.ts'
import { marking } from './v2/fields.ts'

const looks = ['system', 'light', 'dark'] as const
const contrasts = ['system', 'more'] as const
const textSizes = ['small', 'usual', 'large', 'largest'] as const
const englishes = ['en-GB', 'en-US'] as const

export const preferenceFields = {
  look: z.enum(looks),
  contrast: z.enum(contrasts),
  /** Of the text of a brief while it is written. */
  textSize: z.enum(textSizes),
  /** As whose the window writes dates and numbers. */
  region: z.enum(regions),
  isSpellingChecked: z.boolean(),
  /** The spelling of English texts. */
  english: z.enum(englishes),
  /** What briefs are set on, unless an export names another paper. */
  paper: z.enum(preferredPapers),
  /** What new briefs are marked, where their form allows it (`startingMarking`). */
  marking,
}

const preferences = z.strictObject(preferenceFields)

export type Preferences = z.infer<typeof preferences>

export const usualPreferences: Preferences = {
  look: 'system',
  contrast: 'system',
  textSize: 'usual',
  region: 'en-GB',
  isSpellingChecked: true,
  english: 'en-GB',
  paper: 'template',
  marking: null,
}

/** Preferences as they were stored; each that is missing, or that another version wrote, is as usual. */
export function readPreferences(stored: unknown): Preferences {
  const fields = Object.entries(Object(stored)).filter(([name, value]) => {
    const field = preferenceFields[name as keyof Preferences]
    return field?.safeParse(value).success
  })
  return { ...usualPreferences, ...Object.fromEntries(fields) }
}
