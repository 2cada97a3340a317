// The built window in a browser, under the same content security policy as in the app, before the real requests on a
// library of the test's own. Only Electron is missing.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { findInPlace } from '../../main/finder/find-in-place.ts'
import { openBackupKeeper } from '../../main/library/backup-keeper.ts'
import { openPreferences } from '../../main/library/kept-preferences.ts'
import type { Library } from '../../main/library/library.ts'
import { openLibrary } from '../../main/library/open-library.ts'
import { openRestored } from '../../main/library/restored.ts'
import { windowChoices } from '../../main/library/window-choices.ts'
import { problemOf } from '../../main/requests/answer.ts'
import { noFailures } from '../../main/requests/failure.ts'
import { noDesktop } from '../../main/requests/no-desktop.ts'
import { noLastExport } from '../../main/requests/no-last-export.ts'
import { noSealPorts } from '../../main/requests/no-seal-ports.ts'
import type { Ports } from '../../main/requests/ports.ts'
import { type Answer, answerRequests } from '../../main/requests/requests.ts'
import { searchInPlace } from '../../main/search/search-in-place.ts'
import { readTemplates } from '../../main/templates.ts'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import type { MenuCommand } from '../../shared/menu-keys.ts'
import type { RequestName } from '../../shared/request-names.ts'
import type { Result } from '../../shared/result.ts'
import { reading } from '../main/capture/reading.ts'
import { builtWindow } from './built-window.ts'

const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'"
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The built window, served and in a browser; one for a whole test file. */
export type Window = { browser: Browser; address: string; close: () => Promise<void> }

export async function serveWindow(): Promise<Window> {
  const built = await builtWindow()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://window').pathname
    const bytes = await readFile(join(built, path)).catch(() => null)
    const type = types[extname(path)]
    if (!bytes || !type) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(bytes)
  })
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`,
    close: async () => {
      await browser.close()
      await closeServer(server)
    },
  }
}

/** A window on an empty library. `answers` may stand in for some requests; `complaints` are the browser's own. */
export type Desk = {
  page: Page
  library: Library
  ask: Answer
  complaints: string[]
  answers: Map<RequestName, (input: unknown) => Promise<Result<unknown>>>
  /** A folder for what is the app's own; `chosen` in it is what a dialog for folders answers. */
  appData: string
  /** What was shown in the file manager. */
  shownFiles: string[]
  backups: Ports['backups']
  choose: (command: MenuCommand) => Promise<void>
  close: () => Promise<void>
}

export async function openDesk(
  window: Window,
  options: {
    prepare?: (ask: Answer) => Promise<void>
    files?: string[]
    print?: Ports['printer']['print']
    reading?: Ports['reading']
    access?: 'read' | 'write'
    colorScheme?: 'light' | 'dark'
    viewport?: { width: number; height: number }
  } = {},
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-desk-'))
  const appData = mkdtempSync(join(tmpdir(), 'dispatch-box-app-data-'))
  mkdirSync(join(appData, 'chosen'))
  const shownFiles: string[] = []
  let minutes = 0
  const now = () => new Date(Date.UTC(2025, 4, 3, 10, minutes++))
  const writer = await openLibrary({ folder, access: 'write', now })
  const context = await window.browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
  })
  const page = await context.newPage()
  const tell = (name: string, payload: unknown) =>
    page.evaluate(
      ([name, payload]) => {
        const { hear } = globalThis as unknown as {
          hear?: (name: string, payload: unknown) => void
        }
        // Before its page is there, a window hears nothing.
        hear?.(name, payload)
      },
      [name, payload] as const,
    )
  const templates = await readTemplates(resolve(import.meta.dirname, '../../resources/templates'))
  const ports: Omit<Ports, 'search'> = {
    dialogs: {
      chooseSources: async () => options.files ?? [],
      choosePdf: async () => join(folder, 'brief.pdf'),
      chooseExport: async () => join(folder, 'brief.pdf'),
      chooseBackup: async () => join(folder, 'backup.zip'),
      chooseBriefPdf: async () => null,
      chooseTemplate: async () => null,
      chooseTemplateTarget: async () => null,
      chooseBackupToRestore: async () => null,
      chooseFolder: async purpose =>
        purpose === 'backups' || purpose === 'restored-library'
          ? join(appData, 'chosen')
          : (options.files?.[0] ?? null),
      chooseExportFolder: async () => `${folder}-export`,
    },
    printer: { print: options.print ?? (async () => new TextEncoder().encode('%PDF-1.7')) },
    finishPdf: async pdf => pdf,
    lastExport: noLastExport,
    webPage: async ({ html }) =>
      new TextEncoder().encode(`<meta name="generator" content="Dispatch Box">${html}`),
    finder: findInPlace,
    reading: options.reading ?? reading,
    ...noSealPorts,
    notify: (name, payload) => void tell(name, payload),
    closeWindow: () => undefined,
    keepWindow: () => undefined,
    replaceLibrary: async work => work(),
    preferences: await openPreferences(join(appData, 'settings.json')),
    windowChoices: windowChoices(null),
    backups: openBackupKeeper({
      settingsFile: join(appData, 'settings.json'),
      usualFolder: join(appData, 'backups'),
      now,
      reasonOf: error => problemOf(error).message,
      onFailure: ({ message }) => void tell('backup.failed', { message }),
    }),
    restored: openRestored(null),
    showFile: path => void shownFiles.push(path),
    desktop: noDesktop,
    failures: noFailures,
    sampleFolder: resolve(import.meta.dirname, '../../resources/sample/library'),
    now,
  }
  const answerFor = (library: Library) =>
    answerRequests(library, templates, { ...ports, search: searchInPlace(library, null) })
  await options.prepare?.(answerFor(writer))
  // Opened only now, so that it has what was prepared; the writer keeps the lock.
  const library = options.access === 'read' ? await openLibrary({ folder, access: 'read', now }) : writer
  const ask = answerFor(library)
  const stopWatching = library.watch(
    (found, isConflict) => void tell('record.changed', { found, isConflict }),
  )
  const answers: Desk['answers'] = new Map()
  const complaints: string[] = []
  page.on('console', message => {
    // No test serves an icon for the tab.
    if (message.location().url.endsWith('favicon.ico')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  await page.exposeFunction('askMain', (name: RequestName, input: unknown) =>
    (answers.get(name) ?? (given => ask(name, given)))(input),
  )
  await page.addInitScript(() => {
    type Heard = { name: string; listener: (payload: unknown) => void }
    const heard: Heard[] = []
    const scope = globalThis as unknown as Record<string, unknown> & {
      askMain: (name: string, input: unknown) => Promise<unknown>
    }
    scope.hear = (name: string, payload: unknown) => {
      for (const each of heard) if (each.name === name) each.listener(payload)
    }
    scope.dispatchBox = {
      invoke: (name: string, input: unknown) => scope.askMain(name, input),
      on: (name: string, listener: Heard['listener']) => {
        heard.push({ name, listener })
        return () => {}
      },
    }
  })
  await page.goto(window.address)
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  // The brief it opens with is drawn and has the keyboard: what a test does first must not race with that.
  await page.waitForFunction(() => performance.getEntriesByName('ready-to-type').length > 0)
  return {
    page,
    library,
    ask,
    complaints,
    answers,
    appData,
    shownFiles,
    backups: ports.backups,
    choose: command => tell('menu.chosen', command).then(() => undefined),
    close: async () => {
      stopWatching()
      await context.close()
      await library.close()
      if (library !== writer) await writer.close()
      for (const each of [folder, appData]) rmSync(each, { recursive: true, force: true })
    },
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(done => void server.close(() => done()))
}

/** For a file of tests: the window is built once; the means to open a desk on it, which is closed after its test. */
export function deskOfEachTest(): (options?: Parameters<typeof openDesk>[1]) => Promise<Desk> {
  let window: Window
  const opened: Desk[] = []
  beforeAll(async () => {
    window = await serveWindow()
  })
  afterAll(() => window.close())
  afterEach(async () => {
    const desks = opened.splice(0)
    for (const desk of desks) await desk.close()
    for (const { complaints } of desks) expect(complaints, 'what the browser complained of').toEqual([])
  })
  return async options => {
    const desk = await openDesk(window, options)
    opened.push(desk)
    return desk
  }
}
