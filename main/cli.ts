// The same requests from a terminal, in plain Node.
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { RequestProblem } from '../shared/result.ts'
import { readingProcess } from './capture/process/reading-process.ts'
import { findInPlace } from './finder/find-in-place.ts'
import { webPage } from './html/web-page.ts'
import { restoreBackup } from './library/backup.ts'
import { openBackupKeeper } from './library/backup-keeper.ts'
import { defaultLibraryFolder } from './library/folders.ts'
import { openPreferences } from './library/kept-preferences.ts'
import { keyBySecret } from './library/key-by-secret.ts'
import { openLibrary } from './library/open-library.ts'
import { finishRestore } from './library/restore-in-place.ts'
import { openRestored } from './library/restored.ts'
import { LibraryLocked } from './library/sealed-library.ts'
import { windowChoices } from './library/window-choices.ts'
import { finishPdf } from './pdf/finish-pdf.ts'
import { problemOf } from './requests/answer.ts'
import { noFailures } from './requests/failure.ts'
import { noDesktop } from './requests/no-desktop.ts'
import { noLastExport } from './requests/no-last-export.ts'
import { noSealPorts } from './requests/no-seal-ports.ts'
import { type Answer, answerRequests } from './requests/requests.ts'
import { searchInPlace } from './search/search-in-place.ts'
import { readTemplates } from './templates.ts'
import { readSecret, unseenFrom } from './terminal/ask-secret.ts'
import { explain } from './terminal/checks.ts'
import { forkedProcess } from './terminal/forked-process.ts'
import { withoutControls } from './terminal/plain-text.ts'
import type { Printed } from './terminal/printed.ts'
import { runCommand } from './terminal/run-command.ts'
import { spawnedPrinter } from './terminal/spawned-printer.ts'
import { suggestForFile, suggestForLines } from './terminal/suggest.ts'
import { type Call, helpText, isWriting, parseCall, WrongUsage } from './terminal/usage.ts'

const appFolder = join(import.meta.dirname, '..', '..')
/** Where the app keeps what is its own. */
const appData = dirname(defaultLibraryFolder(process.env, process.platform))
/** Files are read in a process of their own, which is not started before one comes. */
const reading = readingProcess(forkedProcess(join(import.meta.dirname, 'capture-process.js')))
const callerFolder = process.env.INIT_CWD ?? process.cwd()
/** Milliseconds to wait for other terminals that are writing. */
const patience = 15_000

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // What is temporary is removed before the end; a second signal ends at once.
  process.once(signal, () => {
    interrupted.abort(signal)
    process.stdin.destroy()
  })
}

// Whoever reads may have read enough: `list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const code = await main(process.argv.slice(2))
process.exitCode = interrupted.signal.aborted
  ? 128 + constants.signals[interrupted.signal.reason as NodeJS.Signals]
  : code

async function main(words: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const call = parseCall(words)
    if ('helpFor' in call) {
      print([helpText(call.helpFor)])
      return 0
    }
    if (call.flags.has('stdin-lines')) return (await suggestForEach()) > 0 ? 1 : 0
    const printed = await withLibrary(call)
    if (call.flags.has('json')) process.stdout.write(`${JSON.stringify(printed.json)}\n`)
    else print(printed.lines)
    for (const each of [...(printed.remarks ?? []), ...(printed.failures ?? [])]) complain(each)
    return printed.failures?.length || printed.isRefused ? 1 : 0
  } catch (error) {
    complain(error instanceof WrongUsage ? error.message : problemOf(error).message)
    return error instanceof WrongUsage || problemOf(error).code === 'bad-input' ? 2 : 1
  }
}

async function withLibrary(call: Call): Promise<Printed> {
  if (call.command.name === 'explain') return explain(call)
  const ofFile = call.command.name === 'suggest' ? await suggestForFile(call, callerFolder, reading) : null
  if (ofFile) return ofFile
  const isTemporary = call.command.name === 'make' && call.options.library === undefined
  const folder = isTemporary ? await mkdtemp(join(tmpdir(), 'dispatch-box-')) : libraryFolder(call)
  try {
    return call.command.name === 'restore' ? await restore(folder, call) : await inLibrary(folder, call)
  } finally {
    if (isTemporary) await rm(folder, { recursive: true, force: true })
  }
}

async function restore(folder: string, { arguments: [file = ''] }: Call): Promise<Printed> {
  const files = await restoreBackup(resolve(callerFolder, file), folder)
  return { json: { library: folder, files }, lines: [folder] }
}

async function inLibrary(folder: string, call: Call): Promise<Printed> {
  const now = () => new Date()
  const access = isWriting(call) ? 'write' : 'read'
  await finishRestore(folder)
  const isThere = (await stat(folder).catch(() => null)) !== null
  if (!isThere && access === 'read') complain(`There is no library at ${folder} yet.`)
  if (!isThere && access === 'write' && !call.command.begins) {
    throw new RequestProblem(
      'not-found',
      `There is no library at ${folder}. Nothing was changed; see to the name after --library.`,
    )
  }
  const openWith = (key: Uint8Array | null) =>
    openLibrary({ folder, access, now, patience, holder: 'command', key })
  let key: Uint8Array | null = null
  const library = await openWith(null).catch(async (error: unknown) => {
    if (!(error instanceof LibraryLocked)) throw error
    key = await keyBySecret(error.file, await secretFor(folder, call))
    return openWith(key)
  })
  const search = searchInPlace(library, key)
  try {
    const { setAside } = library.describe()
    for (const { file, keptAs, reason, replacedBy } of setAside) {
      const replaced = replacedBy === null ? '' : `; its state of ${replacedBy} was put in its place`
      complain(
        `${file} cannot be read: ${reason}. ${keptAs ? `It is kept as ${keptAs}${replaced}` : 'It was left as it is'}; the rest of the library is open.`,
      )
    }
    const why = library.whyReadOnly
    if (access === 'write' && why) {
      throw new RequestProblem(
        'read-only',
        `The library ${folder} ${why.what}, so nothing was written; ${why.remedy}.`,
      )
    }
    const nowhere = null as string | null
    const chosen = { sources: [] as string[], file: nowhere, backup: nowhere, folder: nowhere }
    const answerEach = answerRequests(
      library,
      await readTemplates(join(appFolder, 'resources', 'templates')),
      {
        dialogs: {
          chooseSources: async () => chosen.sources,
          choosePdf: async () => chosen.file,
          chooseExport: async () => chosen.file,
          chooseBackup: async () => chosen.backup,
          chooseBriefPdf: async () => chosen.file,
          chooseTemplate: async () => chosen.file,
          chooseTemplateTarget: async () => chosen.file,
          chooseBackupToRestore: async () => null,
          chooseExportFolder: async () => chosen.folder,
          chooseFolder: async () => chosen.folder,
        },
        reading,
        printer: spawnedPrinter({
          executable: process.env.DISPATCH_BOX_EXECUTABLE,
          switches: process.env.DISPATCH_BOX_SWITCHES?.split(' ').filter(Boolean) ?? [],
          appFolder,
          stop: interrupted.signal,
        }),
        finishPdf,
        lastExport: noLastExport,
        webPage: webPage(join(appFolder, 'out', 'renderer', 'document.html')),
        finder: findInPlace,
        search,
        ...noSealPorts,
        closeWindow: () => undefined,
        keepWindow: () => undefined,
        preferences: await openPreferences(join(appData, 'settings.json')),
        windowChoices: windowChoices(null),
        backups: openBackupKeeper({
          settingsFile: join(appData, 'settings.json'),
          usualFolder: join(appData, 'backups'),
          now,
          reasonOf: error => problemOf(error).message,
          onFailure: () => undefined,
        }),
        restored: openRestored(null),
        showFile: () => undefined,
        desktop: noDesktop,
        failures: noFailures,
        sampleFolder: join(appFolder, 'resources', 'sample', 'library'),
        now,
      },
    )
    const answer: Answer = (name, input) => {
      if (interrupted.signal.aborted) throw new RequestProblem('failed', 'It was interrupted.')
      return answerEach(name, input)
    }
    const choose = (choice: Partial<typeof chosen>) => void Object.assign(chosen, choice)
    return await runCommand(call, { answer, folder: callerFolder, choose, standardInput })
  } finally {
    await search.close()
    await library.close()
  }
}

function libraryFolder(call: Call): string {
  const named = call.options.library
  return named === undefined
    ? defaultLibraryFolder(process.env, process.platform)
    : resolve(callerFolder, named)
}

function secretFor(folder: string, call: Call): Promise<string> {
  const file = call.options['passphrase-file']
  const path = file === undefined ? null : resolve(callerFolder, file)
  return readSecret(folder, path, unseenFrom(process.stdin, process.stderr))
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function suggestForEach(): Promise<number> {
  return suggestForLines(process.stdin.setEncoding('utf8'), async line => {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain')
  })
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map(line => `${withoutControls(line)}\n`).join(''))
}

function complain(message: string): void {
  process.stderr.write(`${withoutControls(message)}\n`)
}
