// The command line as Chromium and Electron read it: switches anywhere, the first bare word is the app.
import type { CommandLine } from 'electron'
import { strictly } from './strict.ts'

export interface Invocation {
  readonly version: boolean
  readonly preloadedModules: readonly string[]
  readonly appPath: string | undefined
}

/** Reads arguments the way Electron's default app does. */
export function readInvocation(args: readonly string[]): Invocation {
  const preloadedModules: string[] = []
  let appPath: string | undefined
  let version = false
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (argument === '--version' || argument === '-v') {
      version = true
      break
    }
    if (argument === '-r' || argument === '--require') {
      index += 1
      preloadedModules.push(args[index] ?? '')
    } else if (!argument.startsWith('-')) {
      appPath = argument
      break
    }
  }
  return { version, preloadedModules, appPath }
}

const switches = new Map<string, string>()

/** Takes the switches of a command line; what follows a bare `--` is not one. */
export function readSwitches(args: readonly string[]): void {
  for (const argument of args) {
    if (argument === '--') break
    const match = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argument)
    if (match?.[1]) switches.set(match[1].toLowerCase(), match[2] ?? '')
  }
}

export const commandLine = strictly('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    if (name.startsWith('--')) throw new Error(`Switches are named without their dashes: ${name}`)
    switches.set(name.toLowerCase(), String(value))
    appended.set(name.toLowerCase(), String(value))
  },
  appendArgument(argument: string): void {
    readSwitches([argument])
  },
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
  removeSwitch(name: string): void {
    switches.delete(name.toLowerCase())
    appended.delete(name.toLowerCase())
  },
}) satisfies CommandLine

const appended = new Map<string, string>()

// These would cut the stand-in's own wire to Chromium, open the network or show what it keeps hidden.
const keptFromChromium = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'user-data-dir',
  'headless',
  'app',
  'no-startup-window',
  'host-resolver-rules',
  'host-rules',
  'proxy-server',
  'proxy-bypass-list',
  'proxy-pac-url',
  'no-proxy-server',
  'no-sandbox',
  'disable-features',
  'enable-features',
  'disable-web-security',
  'load-extension',
])

/** What the app appended before it was ready, as arguments for Chromium. */
export function switchesForChromium(): {
  args: string[]
  disabledFeatures: string[]
  enabledFeatures: string[]
} {
  const list = (name: string) => (appended.get(name) ?? '').split(',').filter(Boolean)
  return {
    args: [...appended]
      .filter(([name]) => !keptFromChromium.has(name))
      .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
    disabledFeatures: list('disable-features'),
    enabledFeatures: list('enable-features'),
  }
}
