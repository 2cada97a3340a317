// The files in a ZIP become sources, each by itself.
import { RequestProblem } from '../../../shared/result.ts'
import { type CapturedFile, captureOne, type Work } from '../capture-one.ts'
import { refusal } from '../decode-text.ts'
import { formatOf } from '../format.ts'
import type { SpoiltEntry } from './archive.ts'
import { nameInArchive } from './name-in-archive.ts'

/** What becomes of a file: captured, refused with a reason, or left out because it is none that could be a source. */
export type Step =
  | { captured: CapturedFile }
  | { failed: { file: string; message: string } }
  | { leftOut: string }

/** Captures what is in a ZIP, one file after the other: one that is refused stops none of the others. */
export async function* captureArchive(
  name: string,
  bytes: Uint8Array,
  work: Work,
): AsyncGenerator<Step, void, undefined> {
  const { entries, spoilt, leftOut } = await work.reading.unpack(name, bytes, work)
  if (entries.length + spoilt.length === 0)
    throw refusal(
      name,
      'has no file in it that can be imported',
      'Choose a ZIP with texts or documents in it.',
    )
  for (const path of leftOut) yield { leftOut: nameInArchive(name, path) }
  for (const entry of spoilt) yield failure(nameInArchive(name, entry.path), spoiltProblem(name, entry))
  for (const [done, { path, bytes: own }] of entries.entries()) {
    work.signal?.throwIfAborted()
    work.report?.(done, entries.length)
    const file = nameInArchive(name, path)
    try {
      const format = formatOf(file, own)
      if (format === 'zip')
        throw refusal(file, 'is a ZIP file inside another', 'Unpack the outer one and import this by itself.')
      const { reading, signal } = work
      // How far one file is would run against how far the ZIP is.
      const captured = await captureOne(file, own, format, signal ? { reading, signal } : { reading })
      yield { captured }
    } catch (error) {
      if (!(error instanceof RequestProblem) || error.code !== 'unreadable') throw error
      yield failure(file, error)
    }
  }
}

function failure(file: string, { message }: RequestProblem): Step {
  return { failed: { file, message } }
}

function spoiltProblem(archive: string, { path, what, next }: SpoiltEntry): RequestProblem {
  return refusal(nameInArchive(archive, path), what, next)
}
