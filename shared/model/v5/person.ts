import * as z from 'zod'
import { person as personBefore } from '../v4/person.ts'
import { recordFields } from './fields.ts'

export const person = z.strictObject({ ...personBefore.shape, ...recordFields })
