import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

/** `npm start` of a project whose stand-in writes down what it was given. */
function start(words: string[]) {
  const root = temporaryFolder()
  cpSync('scripts', join(root, 'scripts'), { recursive: true })
  mkdirSync(join(root, 'test/chromium-electron'), { recursive: true })
  const executable = join(root, 'test/chromium-electron/electron')
  writeFileSync(executable, '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.args"\n')
  chmodSync(executable, 0o755)
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/start.mjs'), ...words], {
    env: { ...env, INIT_CWD: '/home', DISPATCH_BOX_HEADLESS: '1' },
    encoding: 'utf8',
  })
  const given = () => readFileSync(`${executable}.args`, 'utf8').trim().split('\n')
  return { root, status, stderr, given }
}

test('folders are taken from where npm was called', () => {
  const { root, status, given } = start(['--library', 'mine', '--user-data-dir=profile'])
  expect(status).toBe(0)
  expect(given()).toEqual(['--headless', root, '--library=/home/mine', '--user-data-dir=/home/profile'])
})

test('a folder without a name is refused', () => {
  expect(start(['--library='])).toMatchObject({ status: 2, stderr: '--library names no folder.\n' })
})
