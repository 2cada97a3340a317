// The built app with another page in its window. What starts it, its protocol, policies, preload and refusals are the app's own.
import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright'
import { build } from 'vite'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import { layTripwires } from './tripwire.ts'

export type HostileApp = {
  app: ElectronApplication
  /** Its window, with what `window/surfaces.tsx` makes there. */
  page: Page
  /** Where its protocol serves files from. */
  served: string
}

/** `folder` is for the app, its library and its profile. */
export async function launchHostileApp(folder: string): Promise<HostileApp> {
  const home = join(folder, 'app')
  const served = join(home, 'out', 'renderer')
  await cp(join(projectRoot, 'out'), join(home, 'out'), { recursive: true })
  await symlink(join(projectRoot, 'resources'), join(home, 'resources'))
  await cp(join(projectRoot, 'package.json'), join(home, 'package.json'))
  await buildWindow(join(folder, 'window'))
  await cp(join(folder, 'window'), served, { recursive: true })
  await mkdir(join(folder, 'library'))
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${join(folder, 'profile')}`,
      home,
      `--library=${join(folder, 'library')}`,
    ],
    cwd: home,
  })
  const page = await app.firstWindow()
  await layTripwires(app.context())
  await page.reload()
  await page.waitForFunction(() => 'hostile' in window)
  return { app, page, served }
}

async function buildWindow(outDir: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'window'),
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    resolve: { alias: { 'temporal-polyfill': join(projectRoot, 'renderer/bridge/chromium-temporal.ts') } },
    build: { outDir, emptyOutDir: true, minify: false, assetsInlineLimit: 0, target: 'chrome140' },
  })
}
