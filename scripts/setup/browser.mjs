// A Chromium for the stand-in: an installed Chrome, Chromium or Edge, else Debian's package.
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** @param {Record<string, string | undefined>} env */
function usualPlaces(env) {
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    app => `/Applications/${app}.app/Contents/MacOS/${app}`,
  )
  const onWindows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap(folder =>
    folder
      ? ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map(app => join(folder, app, 'Application'))
      : [],
  )
  return {
    darwin: [...onMac, ...onMac.map(path => join(env.HOME ?? '', path))],
    win32: onWindows.flatMap(folder => [join(folder, 'chrome.exe'), join(folder, 'msedge.exe')]),
    linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap(folder =>
      names.map(name => join(folder, name)),
    ),
  }
}

/**
 * The program of an installed Chromium-based browser: the one CHROMIUM_PATH names, else one on the PATH, else one in a usual place.
 * @param {{ env?: Record<string, string | undefined>, platform?: string, places?: string[] }} [machine]
 * @returns {string | undefined}
 */
export function findBrowser({ env = process.env, platform = process.platform, places } = {}) {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  const folders = platform === 'win32' ? [] : (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  const usual = places ?? /** @type {Record<string, string[]>} */ (usualPlaces(env))[platform] ?? []
  return [...onPath, ...usual].find(isProgram)
}

/**
 * How a machine without a browser comes by one: Debian's package where it may be installed, else what to tell the person.
 * @param {{ osRelease: string, isRoot: boolean, hasAptGet: boolean, chromiumPath?: string | undefined }} machine
 * @returns {{ apt: true } | { advice: string }}
 */
export function wayToBrowser({ osRelease, isRoot, hasAptGet, chromiumPath }) {
  if (chromiumPath)
    return {
      advice: `CHROMIUM_PATH names ${chromiumPath}, which is not a program: set it to a Chrome, Chromium or Edge, or unset it.`,
    }
  const isDebian = /^ID="?debian"?$/m.test(osRelease)
  if (isDebian && hasAptGet && isRoot) return { apt: true }
  const how = isDebian && hasAptGet ? ' (`sudo apt-get install chromium`)' : ''
  return {
    advice: `Install Chromium, Google Chrome or Microsoft Edge${how}, or set CHROMIUM_PATH to one, and run this again.`,
  }
}

/** @param {(line: string) => void} say */
export async function installBrowser(say) {
  const way = wayToBrowser({
    osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
    isRoot: process.getuid?.() === 0,
    hasAptGet: existsSync('/usr/bin/apt-get'),
    chromiumPath: process.env.CHROMIUM_PATH,
  })
  if ('advice' in way) throw new Error(way.advice)
  say('Installing Chromium (apt-get install chromium; this takes a minute or two) …')
  // A fresh container has no package lists, and an old one has lists of packages that are gone.
  const lists = '/var/lib/apt/lists'
  const hasLists = existsSync(lists) && readdirSync(lists).some(name => name.includes('_Packages'))
  let done = hasLists ? await aptGetInstall() : undefined
  if (done?.code !== 0) {
    const updated = await aptGet(['update'])
    done = await aptGetInstall()
    if (done.code !== 0) done.output = `${updated.output}\n${done.output}`
  }
  if (done.code !== 0 || !findBrowser()) {
    throw new Error(
      `Chromium could not be installed. apt-get says:\n${done.output.trim().split('\n').slice(-12).join('\n')}`,
    )
  }
}

const aptGetInstall = () => aptGet(['install', '-y', '--no-install-recommends', 'chromium'])

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { env })
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
