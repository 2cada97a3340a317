import { RequestProblem } from '../../shared/result.ts'

const kept = 'Nothing was imported and the file was not touched.'

/** Why a file is not taken in: `what` goes on from its name, `next` says what to do. */
export function refusal(name: string, what: string, next: string): RequestProblem {
  return new RequestProblem('unreadable', `“${name}” ${what}. ${kept} ${next}`)
}
