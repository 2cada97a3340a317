import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does work in a folder of its own, which is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-bench-'))
  try {
    return await work(folder)
  } finally {
    // A browser that was ended may still be writing to its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
