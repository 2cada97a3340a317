// `npm run package`: the packages of this system in dist/: AppImage, deb and tar.gz on Linux, dmg on a Mac, nsis on Windows.
//   --dir                        the unpacked app alone
//   --linux, --mac, --win        for another system, where electron-builder can
//   -c.electronDist=DIR          Electron from a folder; one without Electron's program gets no fuses
//   -c.directories.output=DIR    into another folder
// All else is electron-builder's own. Where Electron's binary cannot be had, on Linux, a stand-in takes its place, and app.asar is the same.
// A Mac's package is signed and notarised with CSC_LINK, CSC_KEY_PASSWORD and either APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER,
// or APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID; one for Windows with WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findExecutable, projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'
import { makeStandInDist } from './package/stand-in-dist.mjs'

helpIfAsked(import.meta.url)

/** Stands before the fuses in every Electron (@electron/fuses). */
const wireMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const args = process.argv.slice(2)
const named = args.find(argument => argument.startsWith('-c.electronDist='))?.split('=')[1]
const isWanting = !named && process.platform === 'linux' && findExecutable().isStandIn
const standIn = join(projectRoot, 'out/stand-in-dist')
if (isWanting) makeStandInDist(standIn, projectRoot)
const electron = named ? resolve(named) : isWanting ? standIn : null
const hasFuses = !electron || holdsFuses(electron)
if (!hasFuses) console.log('Without Electron’s program: app.asar is made as ever, and no fuses are set.')
const { status } = spawnSync('electron-builder', [...configured(), ...args], {
  cwd: projectRoot,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1

function configured() {
  const config = join(projectRoot, 'electron-builder.yml')
  if (hasFuses) return ['--config', config]
  // The command line cannot take a setting back.
  const without = join(projectRoot, 'out/electron-builder.json')
  writeFileSync(without, JSON.stringify({ extends: config, electronDist: electron, electronFuses: null }))
  return ['--config', without]
}

/** Whether a file of Electron's folder has fuses to set. @param {string} folder */
function holdsFuses(folder) {
  if (folder.endsWith('.zip')) return true
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile())
    .some(file => readFileSync(file).includes(wireMark))
}
