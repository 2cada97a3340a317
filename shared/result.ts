/** What a request answers with: a value, or a problem a person can read. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export type Problem = {
  code: ProblemCode
  /** What happened, to which file or record, that nothing was lost, and what to do next. */
  message: string
}

export type ProblemCode =
  | 'bad-input' // the request's own input does not fit its schema
  | 'refused' // the input fits, and what it asks for cannot be done
  | 'not-found' // no record, template or file of that name
  | 'unreadable' // a file is there and cannot be used: binary, empty, too large, invalid UTF-8
  | 'unanswered' // an error stands in a brief that is to be issued, and nobody answered it
  | 'in-use' // a deletion that would leave references dangling
  | 'read-only' // the library is open elsewhere
  | 'locked' // the library is sealed, and has to be unlocked first
  | 'unwritable' // the disk refused
  | 'failed' // anything else, told in the message

/** The one error that requests throw on purpose; the door to them turns it into a Result. */
export class RequestProblem extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RequestProblem'
    this.code = code
  }
}
