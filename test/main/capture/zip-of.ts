// Makes a ZIP in memory.
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A ZIP of files by their paths; `mode` is that of Unix, for each. */
export async function zipOf(
  files: Record<string, string | Uint8Array>,
  { mode }: { mode?: number } = {},
): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), path, mode === undefined ? {} : { mode })
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}

/** The same bytes with each run of `from` become `to`, which is as long: names that no ZIP program would write. */
export function renamedIn(zip: Uint8Array, from: string, to: string): Uint8Array {
  const changed = Buffer.from(zip).toString('latin1').replaceAll(from, to)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}
