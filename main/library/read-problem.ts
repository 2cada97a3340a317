// Why a file of the library could not be read, in plain words.
import * as z from 'zod'
import { newestSchema } from '../../shared/model/migrate.ts'
import { UnopenedFile } from './seal.ts'

export type ReadProblem = {
  reason: string
  /** Only what is damaged may be set aside: the rest is whole, for a newer app or for another moment. */
  kind: 'damaged' | 'newer' | 'unreachable'
}

class NewerFile extends Error {}
class WrongId extends Error {}

/** Throws where what is stored names a schema that only a newer app can know. */
export function refuseNewer(stored: unknown, newest = newestSchema): void {
  const schema = (stored as { schema?: unknown } | null)?.schema
  if (typeof schema !== 'number' || schema <= newest) return
  throw new NewerFile(`it was written by a newer Dispatch Box (schema ${schema}; this one knows ${newest})`)
}

/** Throws where a record's id is not its file's. */
export function refuseOtherId(said: string, id: string): void {
  if (said !== id) throw new WrongId(`it says that its id is "${said}", not "${id}"`)
}

/** A record whose id another one has already. */
export function sameIdProblem(other: string): ReadProblem {
  return { reason: `it has the same id as ${other}, which was opened`, kind: 'unreachable' }
}

/** A file that another program left beside a record that was changed in two places. */
export function conflictCopyProblem({ id, program }: { id: string; program: string }): ReadProblem {
  const reason = `it is a copy that ${program} made where two changes met; it is among the earlier versions of ${id}`
  return { reason, kind: 'damaged' }
}

export function readProblem(error: unknown): ReadProblem {
  if (error instanceof UnopenedFile)
    return { reason: error.message, kind: error.isForeign ? 'unreachable' : 'damaged' }
  if (error instanceof NewerFile) return { reason: error.message, kind: 'newer' }
  if (error instanceof WrongId) return { reason: error.message, kind: 'damaged' }
  if (error instanceof SyntaxError)
    return { reason: 'it is not whole JSON: it may have been cut short', kind: 'damaged' }
  if (error instanceof z.ZodError) return { reason: misfit(error), kind: 'damaged' }
  if (error instanceof TypeError) return { reason: 'it is not UTF-8 text', kind: 'damaged' }
  return { reason: diskReason(error as NodeJS.ErrnoException), kind: 'unreachable' }
}

/** What the disk answered, for a sentence after “cannot be read:”. */
export function diskReason({ code }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM') return 'permission was refused'
  if (code === 'EBUSY') return 'another program is using it'
  if (code === 'EIO') return 'the disk failed to read it'
  if (code === 'ELOOP') return 'it is a link, and what it leads to may lie outside the library'
  if (code === 'ENOENT') return 'it is not there, and nor is its folder'
  if (code === 'EISDIR') return 'it is a folder, not a file'
  if (code === 'ENOTDIR') return 'it is not a folder'
  return `it could not be read${code === undefined ? '' : ` (${code})`}`
}

function misfit(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined || issue.path.length === 0) {
    return issue?.code === 'unrecognized_keys'
      ? `it has “${issue.keys.join('”, “')}”, which this Dispatch Box does not know`
      : 'its content does not fit what it should hold'
  }
  return `its “${issue.path.join('.')}” is missing or does not fit`
}
