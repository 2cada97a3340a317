import * as z from 'zod'
import { source as sourceBefore } from '../v4/source.ts'
import { recordFields } from './fields.ts'

export const source = z.strictObject({ ...sourceBefore.shape, ...recordFields })
