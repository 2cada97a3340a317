// A library in a temporary folder behind its requests, with ports that a test sets and reads.
import { afterEach } from 'vitest'
import type { RequestName } from '../../../shared/request-names.ts'
import type { RequestOutput } from '../../../shared/request-outputs.ts'
import type { RequestInput } from '../../../shared/requests.ts'
import { deskAt, type Given } from '../../desk-at.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Opens a library and gives the means to ask it. A minute passes with every look at its clock. */
export async function openDesk(given: Given = {}, folder = temporaryFolder()) {
  const { answer, library, close } = await deskAt(folder, temporaryFolder(), given)
  closing.push(close)
  const ask = async <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name>> => {
    const result = await answer(name, input)
    if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`)
    return result.value
  }
  return { ask, answer, folder, library }
}
