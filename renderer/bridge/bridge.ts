// The only way out of the window: requests to the main process and notices from it.
import type { NoticeName, Notices, RequestName } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'
import type { Result } from '../../shared/result.ts'

type DispatchBox = {
  invoke(name: RequestName, input: unknown): Promise<Result<unknown>>
  on<Name extends NoticeName>(notice: Name, listener: (payload: Notices[Name]) => void): () => void
}

declare global {
  interface Window {
    /** Put there by the preload. */
    dispatchBox: DispatchBox
  }
}

/** Asks the main process. Never rejects: a door that does not answer is a problem like any other. */
export async function request<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<Result<RequestOutput<Name>>> {
  try {
    return (await window.dispatchBox.invoke(name, input)) as Result<RequestOutput<Name>>
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problem: { code: 'failed', message: `${name} was not answered: ${reason}` } }
  }
}

/** Hears a notice until the function it gives back is called. */
export function onNotice<Name extends NoticeName>(notice: Name, listener: (payload: Notices[Name]) => void) {
  return window.dispatchBox.on(notice, listener)
}
