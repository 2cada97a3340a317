import * as z from 'zod'
import { briefFields as briefFieldsBefore } from '../v1/brief.ts'
import { id, instant, line, sha256 } from '../v1/fields.ts'
import { recordFields } from './fields.ts'

/** Why a finding stands all the same. It is known by its rule and the words of its place, not by a line's number. */
const answer = z.strictObject({
  rule: line.max(60),
  words: z.string().max(5000),
  evidence: id.nullable(),
  reason: line,
  at: instant,
})

/** A version that was frozen. What it holds lies in the library's `issued` folder, under its manifest's SHA-256. */
const issue = z.strictObject({
  version: z.int().positive(),
  at: instant,
  manifest: sha256,
})

export const briefFields = {
  ...briefFieldsBefore,
  answers: z.array(answer).max(1000),
}

export const brief = z.strictObject({
  ...recordFields,
  ...briefFields,
  /** The versions issued so far, the first one first. */
  issues: z.array(issue).max(1000),
})
