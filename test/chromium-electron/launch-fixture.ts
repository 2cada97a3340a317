// Starts the fixture app in the stand-in, as an end-to-end test would in Electron.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'

export const executable = fileURLToPath(new URL('./electron', import.meta.url))
export const fixtureApp = fileURLToPath(new URL('./fixture-app', import.meta.url))

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  close(): Promise<void>
}

interface LaunchOptions {
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
}

/** The environment of a test with nothing that says where a screen is. */
export function headlessEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  return { ...(rest as Record<string, string>), DISPATCH_BOX_HEADLESS: '1', ...extra }
}

/** Resolves when the first window shows the fixture's page. */
export async function launchFixture({
  args = [],
  env = headlessEnvironment(),
}: LaunchOptions = {}): Promise<Launched> {
  const userData = await mkdtemp(join(tmpdir(), 'stand-in-test-'))
  const app = await _electron.launch({
    executablePath: executable,
    args: [`--user-data-dir=${userData}`, fixtureApp, ...args],
    env,
  })
  // However it ends.
  app.on('close', () => rmSync(userData, { recursive: true, force: true }))
  const page = await app.firstWindow()
  await page.waitForSelector('#add')
  return { app, page, userData, close: () => app.close() }
}
