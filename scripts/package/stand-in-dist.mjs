// A folder in the place of Electron's own, for machines that cannot have it: its program opens the app.asar beside it in the stand-in.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes the folder anew, as `electronDist` of electron-builder for Linux.
 * @param {string} folder
 * @param {string} root of the project, whose stand-in the program starts
 */
export function makeStandInDist(folder, root) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const program = join(folder, 'electron')
  writeFileSync(
    program,
    [
      '#!/bin/sh',
      '# Stands where Electron would, and works only beside the project that it was made in.',
      'here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)',
      `exec ${quoted(join(root, 'test/chromium-electron/electron'))} "$here/resources/app.asar" "$@"`,
      '',
    ].join('\n'),
  )
  chmodSync(program, 0o755)
}

/** @param {string} path as one word of a shell */
function quoted(path) {
  return `'${path.replaceAll("'", "'\\''")}'`
}
