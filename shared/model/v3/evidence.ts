import * as z from 'zod'
import { id, line } from '../v1/fields.ts'
import { event as eventBefore, figure as figureBefore, quote as quoteBefore } from '../v2/evidence.ts'
import { recordFields } from './fields.ts'

/** What may come back of a recommendation. */
export const decisionOutcome = z.enum(['agreed', 'not-agreed', 'noted', 'discuss'])

/** The decision that an event is: what was decided on a recommendation of an issued version of a brief, and by whom. */
const decision = z.strictObject({
  brief: id,
  version: z.int().positive(),
  recommendation: line,
  outcome: decisionOutcome,
  by: line,
})

export const quote = z.strictObject({ ...quoteBefore.shape, ...recordFields })
export const figure = z.strictObject({ ...figureBefore.shape, ...recordFields })
export const event = z.strictObject({
  ...eventBefore.shape,
  ...recordFields,
  /** Null where the event is no decision on a brief. */
  decision: decision.nullable(),
})
