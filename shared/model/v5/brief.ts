import * as z from 'zod'
import { line } from '../v1/fields.ts'
import { briefFields as briefFieldsBefore } from '../v2/brief.ts'
import { brief as briefBefore } from '../v4/brief.ts'
import { recordFields } from './fields.ts'

/** Under which the house that issues it files it: `MC-25-00417`. */
const reference = line.max(60).nullable()

export const briefFields = { ...briefFieldsBefore, reference }

export const brief = z.strictObject({ ...briefBefore.shape, ...recordFields, reference })
