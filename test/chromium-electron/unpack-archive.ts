import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'

/** Unpacks an .asar archive into a folder of its own, which goes with this process; only `kill -9` leaves it. */
export function unpackArchive(archive: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-electron-app-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  extractAll(archive, folder)
  return folder
}
