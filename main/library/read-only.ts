// Why a library can only be read.
import type { Holder } from './lock.ts'

/** Two parts of a sentence: what is the matter with the library, and what to do about it. */
export type WhyReadOnly = { what: string; remedy: string }

const openElsewhere = { what: 'is open in another Dispatch Box', remedy: 'close it there and try again' }

export const whyHeld: Record<Holder, WhyReadOnly> = {
  window: openElsewhere,
  command: {
    what: 'is being written by another command of Dispatch Box',
    remedy: 'try again when that is done',
  },
}

/** Where it was opened only to be read, or nobody knows what holds it. */
export const whyNotAsked: WhyReadOnly = openElsewhere

export const whyUnsafe: Record<'newer' | 'unreachable', WhyReadOnly> = {
  newer: { what: 'was written by a newer Dispatch Box', remedy: 'update this one and try again' },
  unreachable: { what: 'has a library.json that cannot be read', remedy: 'see to that file and try again' },
}

export const whyNotBackedUp: WhyReadOnly = {
  what: 'was written by an earlier Dispatch Box and cannot be backed up before it is written by this one',
  remedy: 'see that there is room beside its folder and start again',
}

export const whyUnfinished: WhyReadOnly = {
  what: 'has a save that was cut off and cannot be brought to its end now',
  remedy: 'see that there is room on its disk and start again',
}

export const whyUnwritable: WhyReadOnly = {
  what: 'lies where nothing may be written',
  remedy: 'see to the rights of its folder, or to its disk, and start again',
}
