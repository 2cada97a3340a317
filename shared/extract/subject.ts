// The subject of a reporting verb, as its sentence has it.
import { withoutPossessive } from './names.ts'
import type { Standing } from './roles.ts'

/** Who is said to speak, before the text as a whole is asked who that is. */
export type Subject = Standing & {
  kind: 'name' | 'pronoun' | 'noun'
  words: string
  /** "The mayor", of whom the text may have the name, and not "a mayor". */
  isDefinite: boolean
}

/** A subject of which no more is known than its words. */
export function subject(kind: Subject['kind'], words: string): Subject {
  return { kind, words: withoutPossessive(words), role: null, organisation: null, isDefinite: true }
}
