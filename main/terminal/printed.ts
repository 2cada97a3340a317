import type { RequestName } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'

/** Makes a request; rejects with a RequestProblem where it is refused. */
export type Request = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<RequestOutput<Name>>

/**
 * What a command prints: an object with `--json`, lines without; what of its work failed, and what else is to be told. `isRefused` where what it
 * says is a no, so that it ends as a failure although nothing failed.
 */
export type Printed = {
  json: unknown
  lines: string[]
  failures?: string[]
  remarks?: string[]
  isRefused?: boolean
}
