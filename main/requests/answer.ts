// The door to every request: the input is validated here, once, and every failure becomes a problem to read.
import * as z from 'zod'
import { type RequestName, requestNames } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { requestInputs, type ValidInput } from '../../shared/requests.ts'
import { type Problem, RequestProblem, type Result } from '../../shared/result.ts'

/** One function a request, from valid input to output; it throws a RequestProblem where it refuses. */
export type Handlers = { [Name in RequestName]: (input: ValidInput<Name>) => Promise<RequestOutput<Name>> }

/** Answers requests by name. The answer never rejects; neither the name nor the input is trusted. `noteFault` hears what no handler foresaw. */
export function answerWith(handlers: Handlers, noteFault: (thrown: unknown) => void) {
  return async <Name extends RequestName>(
    name: Name,
    input: unknown,
  ): Promise<Result<RequestOutput<Name>>> => {
    try {
      if (!requestNames.includes(name))
        throw new RequestProblem('bad-input', `There is no request “${String(name).slice(0, 80)}”.`)
      const parsed = requestInputs[name].safeParse(input)
      if (!parsed.success)
        throw new RequestProblem('bad-input', describeIssues('What was asked does not fit', parsed.error))
      const handle = handlers[name] as (input: unknown) => Promise<RequestOutput<Name>>
      return { ok: true, value: await handle(parsed.data) }
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'failed') noteFault(error)
      return { ok: false, problem }
    }
  }
}

/** What went wrong, in words for a person. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestProblem) return { code: error.code, message: error.message }
  if (error instanceof z.ZodError)
    return { code: 'refused', message: describeIssues('It could not be saved', error) }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException
  const reason = reasonOf(error)
  if (code && path)
    return {
      code: 'unwritable',
      message: `${path}: ${reason}. Nothing that was saved before is lost; try again.`,
    }
  return { code: 'failed', message: `${reason}. Nothing that was saved before is lost; try again.` }
}

/** Why something failed, as the end of a sentence: what the disk answered, or the error's own words. */
export function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException
  return (code && diskReasons[code]) || message || String(error)
}

const diskReasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'it is not in a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is there',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
}

/** "when is not a date in EDTF": the field by its own name, then what is wrong with it. */
function describeIssues(what: string, error: z.ZodError): string {
  const issues = error.issues.slice(0, 3).map(issue => {
    const field = issue.path
      .filter(part => part !== 'fields')
      .map(spelledOut)
      .join(' ')
    return field ? `${field} ${inWords(issue)}` : inWords(issue)
  })
  return `${what}: ${issues.join('; ')}. Nothing was changed; correct it and try again.`
}

/** `saidOn` as people write it: said on. */
function spelledOut(name: PropertyKey): string {
  return String(name).replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : 'is missing or does not fit'
  if (issue.code === 'invalid_value') return `is none of ${issue.values.join(', ')}`
  if (issue.code === 'unrecognized_keys') return `has no “${issue.keys.join('”, “')}”`
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'is not a web address, such as https://example.org/article'
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'is not a day, such as 2025-05-03'
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `has more than ${issue.maximum} characters`
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'is empty'
  return issue.message
}
