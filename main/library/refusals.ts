// What a library refuses, in words for a person.
import { RequestProblem } from '../../shared/result.ts'
import type { WhyReadOnly } from './read-only.ts'
import { readProblem } from './read-problem.ts'

/** @param what such as `no brief "one"` */
export function noSuchRecord(folder: string, what: string): RequestProblem {
  return new RequestProblem('not-found', `There is ${what} in the library ${folder}. Nothing was changed.`)
}

export function onlyRead(folder: string, { what, remedy }: WhyReadOnly): RequestProblem {
  return new RequestProblem(
    'read-only',
    `The library ${folder} ${what}, so it can only be read here. Nothing was changed; ${remedy}.`,
  )
}

export function closedMeanwhile(folder: string): RequestProblem {
  return new RequestProblem(
    'read-only',
    `The library ${folder} was closed meanwhile, so this was not saved. Nothing was changed; try again.`,
  )
}

export function cannotRead(path: string, error: unknown): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `${path} cannot be read: ${readProblem(error).reason}. Nothing was changed. What the record was before is put back soon after a start if that is there: try again in a moment, and if this stays, close the library and open it again.`,
  )
}

export function nameIsTaken(path: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `There is a file ${path} already. It was left as it is and nothing was saved; try again.`,
  )
}
