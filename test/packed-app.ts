// The app packed by `npm run package -- --dir`, with the stand-in in the place of Electron: what is in app.asar is the same.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../scripts/executable.mjs'
import { makeStandInDist } from '../scripts/package/stand-in-dist.mjs'

/** Where the archive is in a folder that was packed into. */
export function archiveIn(folder: string): string {
  return join(folder, 'linux-unpacked/resources/app.asar')
}

/** Packs the built app into a folder; rejects with what electron-builder says where it fails. */
export async function packInto(folder: string): Promise<void> {
  const dist = `${folder}-electron`
  makeStandInDist(dist, projectRoot)
  const packing = spawn(
    process.execPath,
    [
      join(projectRoot, 'scripts/package.mjs'),
      ...['--linux', '--x64', '--dir', `-c.electronDist=${dist}`, `-c.directories.output=${folder}`],
    ],
    { cwd: projectRoot },
  )
  let said = ''
  for (const stream of [packing.stdout, packing.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = await once(packing, 'close')
  if (code !== 0) throw new Error(`The app could not be packed. electron-builder says:\n${said}`)
}
