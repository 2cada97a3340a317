import * as z from 'zod'
import { brief as briefBefore } from '../v3/brief.ts'
import { recordFields } from './fields.ts'

export const brief = z.strictObject({ ...briefBefore.shape, ...recordFields })
