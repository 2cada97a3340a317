// Which checks are on: for the brief that is open, and in the library as the dialog shows it.
import { signal } from '@preact/signals'
import type { RuleState } from '../../shared/verify/rule-states.ts'

/** The checks as they are for briefs of the open brief's form. */
export const rulesOfBrief = signal<{ template: string; rules: readonly RuleState[] } | null>(null)
/** The checks as they are whatever the form, in the dialog. */
export const rulesOfLibrary = signal<readonly RuleState[]>([])
/** Goes up with each choice, so that what was found is found anew. */
export const choicesMade = signal(0)
