import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { electronBinary, electronRefused, findExecutable } from '../../scripts/executable.mjs'
import { findBrowser, wayToBrowser } from '../../scripts/setup/browser.mjs'
import { builtFrom, needsBuild, sourceListing } from '../../scripts/setup/build.mjs'
import { needsElectron } from '../../scripts/setup/electron.mjs'
import { needsPackages, projectNode } from '../../scripts/setup/packages.mjs'
import { setUp } from '../../scripts/setup/set-up.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dispatch-box-setup-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(path: string, content: unknown, mode = 0o644): string {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode })
  return file
}

const zod = { version: '4.0.0', integrity: 'sha512-a' }
const forAnotherPlatform = { version: '1.0.0', integrity: 'sha512-b', optional: true }

function installZod(): void {
  write('package-lock.json', {
    packages: { '': {}, 'node_modules/zod': zod, 'node_modules/other': forAnotherPlatform },
  })
  write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': zod } })
  write(relative(root, projectNode(root)), '')
}

describe('packages', () => {
  test('stand as they are where npm installed what the lock file names', () => {
    installZod()
    expect(needsPackages(root)).toBe(false)
  })

  test('are installed where node_modules is missing', () => {
    installZod()
    rmSync(join(root, 'node_modules'), { recursive: true })
    expect(needsPackages(root)).toBe(true)
  })

  test('are installed where an install was interrupted before npm wrote its list', () => {
    installZod()
    rmSync(join(root, 'node_modules/.package-lock.json'))
    expect(needsPackages(root)).toBe(true)
  })

  test('are installed where the lock file names another version', () => {
    installZod()
    write('package-lock.json', { packages: { 'node_modules/zod': { ...zod, version: '4.0.1' } } })
    expect(needsPackages(root)).toBe(true)
  })

  test('are installed where the lock file names a package more', () => {
    installZod()
    write('package-lock.json', {
      packages: { 'node_modules/zod': zod, 'node_modules/yaml': { version: '2.0.0' } },
    })
    expect(needsPackages(root)).toBe(true)
  })

  test("are installed where the project's own Node is missing", () => {
    installZod()
    rmSync(projectNode(root))
    expect(needsPackages(root)).toBe(true)
  })

  test('cannot be told without a lock file, and the message says how to restore it', () => {
    expect(() => needsPackages(root)).toThrow(/git checkout package-lock\.json/)
  })
})

describe('the build', () => {
  function markBuilt(): void {
    write(builtFrom, sourceListing(root))
  }

  test('is made where there is none', () => {
    write('main/main.ts', '')
    expect(needsBuild(root)).toBe(true)
  })

  test('stands where nothing changed since', () => {
    write('main/main.ts', '')
    write('resources/templates/a.md', 'a')
    markBuilt()
    expect(needsBuild(root)).toBe(false)
  })

  test.each([
    'main/main.ts',
    'renderer/ui/page.tsx',
    'shared/result.ts',
    'electron.vite.config.ts',
    'package-lock.json',
  ])('is made anew where %s changed', path => {
    const file = write(path, 'a')
    markBuilt()
    utimesSync(file, new Date(), new Date(Date.now() + 5_000))
    expect(needsBuild(root)).toBe(true)
  })

  test('is made anew where a source was added or removed', () => {
    write('main/main.ts', '')
    const second = write('main/second.ts', '')
    markBuilt()
    rmSync(second)
    expect(needsBuild(root)).toBe(true)
    markBuilt()
    write('shared/third.ts', '')
    expect(needsBuild(root)).toBe(true)
  })

  test('does not care for tests and notes', () => {
    write('main/main.ts', '')
    markBuilt()
    write('test/main/main.test.ts', '')
    write('README.md', '')
    expect(needsBuild(root)).toBe(false)
  })
})

describe("Electron's binary", () => {
  test('is preferred where it is installed', () => {
    write('node_modules/electron/path.txt', 'electron')
    const binary = write('node_modules/electron/dist/electron', '', 0o755)
    expect(electronBinary(root)).toBe(binary)
    expect(findExecutable(root)).toEqual({ path: binary, isStandIn: false })
    expect(needsElectron(root)).toBe(false)
  })

  test('is fetched where its package came without it', () => {
    write('node_modules/electron/package.json', {})
    expect(needsElectron(root)).toBe(true)
  })

  test('is not asked for again after a refusal, and the stand-in serves', () => {
    write(electronRefused, 'fetch failed\n')
    expect(needsElectron(root)).toBe(false)
    expect(findExecutable(root)).toEqual({
      path: join(root, 'test/chromium-electron/electron'),
      isStandIn: true,
    })
  })

  test('is passed over where it was fetched and does not start', () => {
    write('node_modules/electron/path.txt', 'electron')
    write('node_modules/electron/dist/electron', '', 0o755)
    write(electronRefused, 'libnss3.so: cannot open shared object file\n')
    expect(findExecutable(root).isStandIn).toBe(true)
  })
})

describe('the browser for the stand-in', () => {
  const onLinux = (env: Record<string, string>, places: string[] = []) =>
    findBrowser({ env, platform: 'linux', places })

  test('is the one that CHROMIUM_PATH names', () => {
    const named = write('named/browser', '', 0o755)
    write('bin/chromium', '', 0o755)
    expect(onLinux({ CHROMIUM_PATH: named, PATH: join(root, 'bin') })).toBe(named)
  })

  test('is no other where CHROMIUM_PATH names something that is not there', () => {
    write('bin/chromium', '', 0o755)
    expect(onLinux({ CHROMIUM_PATH: join(root, 'missing'), PATH: join(root, 'bin') })).toBeUndefined()
  })

  test('is found on the PATH before the usual places', () => {
    const onPath = write('bin/google-chrome', '', 0o755)
    const usual = write('usual/chrome', '', 0o755)
    expect(onLinux({ PATH: `${join(root, 'empty')}:${join(root, 'bin')}` }, [usual])).toBe(onPath)
    expect(onLinux({ PATH: join(root, 'empty') }, [usual])).toBe(usual)
  })

  test('is not a folder, nor a file that cannot be run', () => {
    write('bin/chromium', '', 0o644)
    mkdirSync(join(root, 'bin/google-chrome'))
    expect(onLinux({ PATH: join(root, 'bin') })).toBeUndefined()
  })

  const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'

  test("comes from Debian's packages for root", () => {
    expect(wayToBrowser({ osRelease: debian, isRoot: true, hasAptGet: true })).toEqual({ apt: true })
  })

  test('is named to the person who is not root, with the command', () => {
    expect(wayToBrowser({ osRelease: debian, isRoot: false, hasAptGet: true })).toEqual({
      advice:
        'Install Chromium, Google Chrome or Microsoft Edge (`sudo apt-get install chromium`), or set CHROMIUM_PATH to one, and run this again.',
    })
  })

  test('is named to the person on another system', () => {
    const ubuntu = 'ID=ubuntu\nID_LIKE=debian\n'
    for (const osRelease of ['', ubuntu]) {
      expect(wayToBrowser({ osRelease, isRoot: true, hasAptGet: true })).toEqual({
        advice:
          'Install Chromium, Google Chrome or Microsoft Edge, or set CHROMIUM_PATH to one, and run this again.',
      })
    }
  })

  test('is not installed behind the back of a person whose CHROMIUM_PATH is wrong', () => {
    const way = wayToBrowser({ osRelease: debian, isRoot: true, hasAptGet: true, chromiumPath: '/opt/none' })
    expect(way).toEqual({
      advice:
        'CHROMIUM_PATH names /opt/none, which is not a program: set it to a Chrome, Chromium or Edge, or unset it.',
    })
  })
})

test('set-up says and does nothing where nothing is to be done', async () => {
  installZod()
  write('main/main.ts', '')
  write(builtFrom, sourceListing(root))
  const said: string[] = []
  await setUp('app', root, line => said.push(line))
  expect(said).toEqual([])
})
