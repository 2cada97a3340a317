// Runs Chromium so that it never outlives this process.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { commandLine, switchesForChromium } from './command-line.ts'
import { DevtoolsConnection } from './devtools.ts'

/** Headless where it is asked for, or where there is no screen to open a window on. */
export function isHeadless(): boolean {
  if (commandLine.hasSwitch('headless') || process.env.DISPATCH_BOX_HEADLESS === '1') return true
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

const disabledFeatures = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
  'AutofillServerCommunication',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'DestroyProfileOnBrowserClose',
  'GlobalMediaControls',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'PaintHolding',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'CertificateTransparencyComponentUpdater',
]

interface Manner {
  readonly isHeadless: boolean
  /** Answers on a port too, where the command line asks for one. */
  readonly isForTests: boolean
}

function chromiumArguments(profile: string, manner: Manner): string[] {
  const asked = switchesForChromium()
  return [
    ...asked.args,
    ...(manner.isHeadless ? ['--headless', '--disable-gpu'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
    // Only Playwright and its like ask for a port; without it nothing on this machine can reach the pages.
    ...(manner.isForTests && commandLine.hasSwitch('remote-debugging-port')
      ? [`--remote-debugging-port=${commandLine.getSwitchValue('remote-debugging-port') || 0}`]
      : []),
    `--user-data-dir=${profile}`,
    '--no-startup-window',
    // Nothing may leave this machine: every name resolves to nowhere, and every address goes by a proxy of no name.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://nowhere.invalid:9',
    '--proxy-bypass-list=<-loopback>',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-field-trial-config',
    '--disable-search-engine-choice-screen',
    '--disable-back-forward-cache',
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-hang-monitor',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--force-color-profile=srgb',
    `--disable-features=${[...disabledFeatures, ...asked.disabledFeatures].join(',')}`,
    ...(asked.enabledFeatures.length ? [`--enable-features=${asked.enabledFeatures.join(',')}`] : []),
  ]
}

// Lives outside this process's group, so that even kill -9 of the whole group leaves it to tidy up: Chromium ends with
// its pipe, or is made to when standard input (held by this process alone) closes.
const keeper = `profile=$1; shift
"$@" </dev/null &
browser=$!
trap '' HUP INT TERM
exec 3<&- 4<&- 5<&0
{ read -r _; sleep 2; kill -9 $browser; } <&5 2>/dev/null &
watch=$!
exec 5<&- </dev/null 2>/dev/null
wait $browser
status=$?
kill -9 $watch
# A child of the browser that is still ending may make the folder anew.
rm -rf "$profile"; sleep 0.5; rm -rf "$profile"
exit $status`

export interface RunningChromium {
  readonly connection: DevtoolsConnection
  readonly executable: string
  readonly profile: string
  readonly isHeadless: boolean
}

/**
 * Starts Chromium with a profile of its own that is removed at its end.
 * `died` is told in one sentence when it ends before `leaveChromium` was called.
 */
export function startChromium(
  executable: string,
  manner: Manner,
  died: (sentence: string) => void,
): RunningChromium {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-electron-'))
  const child: ChildProcess = spawn(
    'sh',
    ['-c', keeper, 'chromium-keeper', profile, executable, ...chromiumArguments(profile, manner)],
    { stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true },
  )
  const lastWords: string[] = []
  let unfinished = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unfinished + text).split('\n')
    unfinished = lines.pop() ?? ''
    for (const line of lines) {
      // Playwright waits for this line; Chromium's grumbling about buses and drivers helps nobody.
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
      else lastWords.push(line)
    }
    lastWords.splice(0, lastWords.length - 5)
  })
  child.on('error', error => died(`Chromium could not be started: ${error.message}`))
  // The pipe ends with Chromium itself; its keeper, with tidying up to do, a moment later.
  const end = child.stdio[4] as Readable
  end.on('close', () => {
    connection.close()
    if (!leaving) died(['Chromium ended unexpectedly.', ...lastWords].join('\n'))
  })
  child.unref()
  const connection = new DevtoolsConnection(end, child.stdio[3] as Writable)
  return { connection, executable, profile, isHeadless: manner.isHeadless }
}

let leaving = false

/** Says that Chromium's end is wanted now. */
export function leaveChromium(): void {
  leaving = true
}

/** The arguments by which a second call of Chromium opens an app window (no tabs, no address bar) in the first. */
export function appWindowArguments(profile: string, url: string): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--no-first-run',
    // Or else a bar across the window warns of flags that keep the network out, and as root of --no-sandbox.
    '--test-type',
    `--app=${url}`,
  ]
}
