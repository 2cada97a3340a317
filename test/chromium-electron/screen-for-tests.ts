// A screen that nobody sees, for windows that are not headless.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'

const virtualScreen = spawnSync('sh', ['-c', 'command -v Xvfb'], { encoding: 'utf8' }).stdout.trim()

/** Whether a machine can have such a screen. */
export const hasVirtualScreen = virtualScreen !== ''

export interface VirtualScreen {
  readonly display: string
  stop(): void
}

export async function startVirtualScreen(): Promise<VirtualScreen> {
  const child = spawn(virtualScreen, ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    const said = child.stdio[3] as Readable
    said.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
    child.once('error', reject)
    child.once('exit', () => reject(new Error('Xvfb ended before it had a screen')))
  })
  return { display: `:${number}`, stop: () => void child.kill() }
}

/** The environment of a test whose windows are on that screen. */
export function environmentOn(
  { display }: VirtualScreen,
  path = process.env.PATH ?? '',
): Record<string, string> {
  const { WAYLAND_DISPLAY: _wayland, DISPATCH_BOX_HEADLESS: _headless, ...rest } = process.env
  return { ...(rest as Record<string, string>), DISPLAY: display, PATH: path }
}

/** A PATH on which everything of this machine's own is found but the named programs. `folder` is made for it. */
export function pathWithout(programs: readonly string[], folder: string): string {
  mkdirSync(folder)
  const places = new Map<string, string>()
  for (const place of (process.env.PATH ?? '').split(delimiter).filter(existsSync)) {
    // The first folder that has a program is the one it is started from.
    for (const name of readdirSync(place)) if (!places.has(name)) places.set(name, place)
  }
  for (const [name, place] of places) {
    if (!programs.includes(name)) symlinkSync(join(place, name), join(folder, name))
  }
  return folder
}
