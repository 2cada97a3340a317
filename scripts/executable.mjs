// Which program opens the app: Electron where its binary is installed, else the stand-in.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, which is also the app's folder for Electron. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Written by set-up where Electron's binary could not be fetched or does not start, with the reason. In node_modules,
 * so that `npm ci` forgets it and the download is tried again.
 */
export const electronRefused = 'node_modules/.cache/dispatch-box/electron-refused.txt'

/**
 * The program to start with the app's folder as its argument.
 * @param {string} [root]
 * @returns {{ path: string, isStandIn: boolean }}
 */
export function findExecutable(root = projectRoot) {
  // A binary that was fetched and does not start here is as good as none.
  const electron = existsSync(join(root, electronRefused)) ? undefined : electronBinary(root)
  if (electron) return { path: electron, isStandIn: false }
  return { path: join(root, 'test/chromium-electron/electron'), isStandIn: true }
}

/**
 * What the program needs before the app's folder on this machine; without a window where `isHidden`.
 * @param {{ isStandIn: boolean }} executable
 * @param {boolean} isHidden
 * @returns {string[]}
 */
export function launchSwitches({ isStandIn }, isHidden) {
  if (isStandIn) return isHidden ? ['--headless'] : []
  if (process.platform !== 'linux') return []
  return [
    // Chromium has no sandbox for root and refuses to start without being told so.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // `--headless` is Chrome's own switch; Electron does without a display by Ozone's platform.
    ...(isHidden && isWithoutDisplay() ? ['--ozone-platform=headless'] : []),
  ]
}

/** Whether no window can be shown here. */
export function isWithoutDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/** Where Electron's binary is, or undefined where its package came without one. @param {string} root */
export function electronBinary(root) {
  const folder = join(root, 'node_modules/electron')
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const named = join(folder, 'path.txt')
  if (!elsewhere && !existsSync(named)) return undefined
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron'
  const binary = join(elsewhere ?? join(folder, 'dist'), name)
  return existsSync(binary) ? binary : undefined
}
