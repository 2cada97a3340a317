// What runs where untrusted files are read: the files that the PDF of a brief carries, and nothing of what they say.
import type { ArchiveEntry } from '../capture/archive/archive.ts'
import { refusal } from '../capture/decode-text.ts'
import { AttachedFault, attachedIn } from '../pdf/attached-files.ts'
import { carriedNames, mostCarriedBytes, pictureOfName } from './carried-brief.ts'

/** None where the PDF carries no brief. Rejects with a RequestProblem that names it where it cannot be read. */
export async function readCarriedFiles(name: string, bytes: Uint8Array): Promise<ArchiveEntry[]> {
  try {
    const files = await attachedIn(bytes, isCarried, mostCarriedBytes)
    return [...files].map(([path, content]) => ({ path, bytes: content }))
  } catch (error) {
    if (!(error instanceof AttachedFault)) throw error
    throw refusal(name, error.message, 'Ask for the PDF anew, as it was exported.')
  }
}

function isCarried(name: string): boolean {
  return (Object.values(carriedNames) as string[]).includes(name) || pictureOfName(name) !== null
}
