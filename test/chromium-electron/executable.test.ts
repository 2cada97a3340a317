import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { executable, fixtureApp, headlessEnvironment } from './launch-fixture.ts'

const electronVersion: string = createRequire(import.meta.url)('electron/package.json').version

describe('the executable', () => {
  it('says which Electron it stands for, from any folder', () => {
    const said = spawnSync(executable, ['--version'], { cwd: tmpdir(), encoding: 'utf8' })
    expect(said.stdout).toBe(`v${electronVersion}\n`)
  })

  it('names the app it cannot find, and fails', () => {
    const said = spawnSync(executable, ['/nowhere/at/all'], { encoding: 'utf8' })
    expect(said.stderr).toContain('Unable to find Electron app at /nowhere/at/all')
    expect(said.status).toBe(1)
  })

  it('says in one sentence that there is no Chromium', () => {
    const env = headlessEnvironment({ CHROMIUM_PATH: '/nowhere/chromium' })
    const said = spawnSync(executable, [fixtureApp], { encoding: 'utf8', env })
    expect(said.stderr).toMatch(/^No Chromium was found on this machine.*\n$/)
    expect(said.status).toBe(1)
  })

  it('runs plain Node when it is told to', () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const said = spawnSync(executable, ['-e', 'console.log(process.type ?? "node")'], {
      encoding: 'utf8',
      env,
    })
    expect(said.stdout).toBe('node\n')
  })

  it('takes Playwright’s own loader, which holds the app back until it is attached', async () => {
    const loader = createRequire(import.meta.url)
      .resolve('playwright-core/package.json')
      .replace(/package\.json$/, 'lib/server/electron/loader.js')
    const child = spawn(
      executable,
      ['-r', loader, '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', fixtureApp],
      {
        env: headlessEnvironment(),
      },
    )
    const output = await new Promise<string>(resolve => {
      let text = ''
      child.stderr.on('data', part => {
        text += part
        if (text.includes('DevTools listening on ws://')) resolve(text)
      })
    })
    expect(output).toContain('Debugger listening on ws://')
    child.kill('SIGKILL')
  })
})
