import * as z from 'zod'
import { event as eventBefore, figure as figureBefore, quote as quoteBefore } from '../v4/evidence.ts'
import { recordFields } from './fields.ts'

export const quote = z.strictObject({ ...quoteBefore.shape, ...recordFields })
export const figure = z.strictObject({ ...figureBefore.shape, ...recordFields })
export const event = z.strictObject({ ...eventBefore.shape, ...recordFields })
