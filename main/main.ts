// The composition root: opens the library, makes the services, starts the shell.
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, safeStorage, shell } from 'electron'
import type { RecentPlace } from '../shared/request-names.ts'
import { readingProcess } from './capture/process/reading-process.ts'
import { openFailures } from './failures/failures.ts'
import { openLog } from './failures/log-file.ts'
import { openFinder } from './finder/finder.ts'
import { heldKey } from './held-key.ts'
import { webPage } from './html/web-page.ts'
import { keychain } from './keychain.ts'
import { backupInThread } from './library/backup-in-thread.ts'
import { type BackupKeeper, openBackupKeeper } from './library/backup-keeper.ts'
import { defaultLibraryFolder } from './library/folders.ts'
import { keptKeys } from './library/kept-keys.ts'
import { openPreferences } from './library/kept-preferences.ts'
import { isLibraryGone, rememberLibrary } from './library/known-libraries.ts'
import { lastExport } from './library/last-export.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './library/open-library.ts'
import { finishRestore } from './library/restore-in-place.ts'
import { openRestored } from './library/restored.ts'
import { finishSwap } from './library/swap-folder.ts'
import { windowChoices } from './library/window-choices.ts'
import { filesNamed, filesSaid, namedFiles } from './named-files.ts'
import { printSwitch, printToken, runPrintJob } from './print-job.ts'
import { problemOf } from './requests/answer.ts'
import { answerLocked } from './requests/locked.ts'
import { answerRequests } from './requests/requests.ts'
import { openSearch, type Search } from './search/search.ts'
import { openSession } from './session.ts'
import { serveApp } from './shell/app-protocol.ts'
import { askToBegin, askToReport, chooseReport, windowDialogs } from './shell/dialogs.ts'
import { answerWindow, notifyWindow } from './shell/ipc-server.ts'
import { setMenu } from './shell/menu.ts'
import { onOpenedFile } from './shell/opened-files.ts'
import { groundOf, markLook } from './shell/page-look.ts'
import { pdfPrinter } from './shell/pdf-printer.ts'
import { rememberDocument } from './shell/recent-documents.ts'
import { refuseWhatPagesMayNotDo } from './shell/safety.ts'
import { electronProcess } from './shell/utility-process.ts'
import { openWindow } from './shell/window.ts'
import { readTemplates } from './templates.ts'

const builtFolder = join(import.meta.dirname, '..')
const rendererFolder = join(builtFolder, 'renderer')
const resourcesFolder = join(builtFolder, '..', 'resources')

const printAddress = switchValue(printSwitch)
const filesToOpen = namedFiles(() => whenNamed())
let whenNamed = () => {}
let whenStartedAgain = () => {}
const own = {
  files: filesNamed(process.argv.slice(1), { folder: process.cwd(), appPath: app.getAppPath() }),
}
if (printAddress) void printAndQuit(printAddress)
else if (app.requestSingleInstanceLock(own)) {
  filesToOpen.add(own.files)
  onOpenedFile(path => filesToOpen.add([path]))
  // Other starts may come before the library is open, and each has files of its own.
  app.on('second-instance', (_event, _argv, _folder, said) => {
    whenStartedAgain()
    filesToOpen.add(filesSaid(said))
  })
  void start()
} else app.quit()

async function start(): Promise<void> {
  try {
    await openApp()
  } catch (error) {
    failuresOf(() => null).note(error)
    dialog.showErrorBox('Dispatch Box cannot start', problemOf(error).message)
    app.exit(1)
  }
}

async function openApp(): Promise<void> {
  const settingsFile = join(app.getPath('userData'), 'settings.json')
  // Read while Chromium begins.
  const [templates, preferences] = await Promise.all([
    readTemplates(join(resourcesFolder, 'templates')),
    openPreferences(settingsFile, ({ look }) => {
      nativeTheme.themeSource = look
    }),
    app.whenReady(),
  ])
  refuseWhatPagesMayNotDo()
  const named = switchValue('--library=')
  const folder = named ? resolve(named) : defaultLibraryFolder(process.env, process.platform)
  const known = join(app.getPath('userData'), 'known-libraries.json')
  // Before the library is missed: a restore or a sealing that was cut off has moved it aside.
  await finishSwap(folder)
  const restored = openRestored(await finishRestore(folder))
  if ((await isLibraryGone(known, folder)) && !(await askToBegin(folder))) {
    app.exit(0)
    return
  }
  nativeTheme.themeSource = preferences.get().look
  const choices = windowChoices(join(app.getPath('userData'), 'window-choices.json'))
  let opened: Library | null = null
  let search: Search | null = null
  const served = serveApp(
    rendererFolder,
    async sha256 => (await opened?.holdings.readAttachment(sha256)) ?? null,
    page => markLook(page, preferences.get()),
  )
  let window: BrowserWindow | null = null
  let keepWindow = () => {}
  const theWindow = () => window
  const notify = notifyWindow(theWindow)
  const failures = failuresOf(theWindow)
  // Without these the process would end, or show what went wrong in words for nobody.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, error => {
      failures.note(error)
      notify('failure.noted', null)
    })
  const showWindow = () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
  const showRecent = (recent: readonly RecentPlace[]) =>
    setMenu(
      {
        recent,
        choose: command => notify('menu.chosen', command),
        open: place => notify('recent.chosen', place),
      },
      process.platform,
    )
  const backups = openBackupKeeper({
    settingsFile,
    usualFolder: join(app.getPath('userData'), 'backups'),
    now: () => new Date(),
    reasonOf: error => problemOf(error).message,
    onFailure: ({ message }) => notify('backup.failed', { message }),
  })
  const leaving = new AbortController()
  const backUpLibrary = backupInThread(join(import.meta.dirname, 'backup-thread.js'))
  const kept = keptKeys(join(app.getPath('userData'), 'keys'), keychain(safeStorage, process.platform))
  const { key, open } = heldKey(
    // A command of the terminal that is writing is soon done; another window is waited for a second only.
    each =>
      openLibrary({
        folder,
        access: 'write',
        now: () => new Date(),
        patience: 5000,
        check: { after: 2000 },
        key: each,
        backUpLibrary,
        signal: leaving.signal,
        // The index of a sealed library is never on the disk.
        onProgress: progress => notify('library.opening', { ...progress, isOnce: each === null }),
      }),
    kept,
  )
  const sealPorts = { key, keptKeys: kept, notify }
  const finder = openFinder(join(import.meta.dirname, 'finder-thread.js'))
  const reading = readingProcess(electronProcess(join(import.meta.dirname, 'capture-process.js')))
  showRecent([])
  whenStartedAgain = showWindow
  whenNamed = () => {
    showWindow()
    notify('file.named', null)
  }
  // Also where the window is closed while the library is still being opened.
  app.on('window-all-closed', () => {
    leaving.abort()
    const closed = [opening.then(session => session.close()), finder.close(), choices.keep({})]
    void Promise.allSettled(closed).finally(() => app.quit())
  })
  // Chromium begins the page while the library is opened, for which its first request waits.
  const shown = openWindow({
    preload: join(builtFolder, 'preload', 'preload.cjs'),
    placeFile: join(app.getPath('userData'), 'window-place.json'),
    ground: groundOf(preferences.get(), nativeTheme.shouldUseDarkColors),
    onOpened: (opened, keep) => {
      window = opened
      keepWindow = keep
      answerWindow(opened, async (...asked) => (await opening).answer(...asked))
    },
    onGone: async (gone, { reason, exitCode }) => {
      failures.noteEnd(reason, exitCode)
      if (await askToReport(gone)) await failures.save()
    },
    // Before the library is open nothing was typed, and the page's answer would wait for it.
    onClosing: () => (isBegun ? notify('window.closing', null) : window?.destroy()),
  })
  let isBegun = false
  const opening = openSession({
    open,
    answerLocked: (locked, replaceLibrary) =>
      answerLocked(locked, {
        ...sealPorts,
        replaceLibrary,
        closeWindow: () => window?.destroy(),
        failures,
      }),
    answerWith: (library, replaceLibrary) => {
      search = openSearch(
        join(import.meta.dirname, 'search-thread.js'),
        library,
        library.isSealed ? key.get() : null,
        progress => notify('search.progressed', progress),
      )
      return answerRequests(library, templates, {
        search,
        dialogs: windowDialogs(theWindow),
        reading,
        printer: pdfPrinter(join(rendererFolder, 'document.html'), served),
        // It is large, and no start waits for it.
        finishPdf: async (...given) => (await import('./pdf/finish-pdf.ts')).finishPdf(...given),
        lastExport: lastExport(join(app.getPath('userData'), 'last-export.json')),
        webPage: webPage(join(rendererFolder, 'document.html')),
        finder,
        ...sealPorts,
        closeWindow: () => window?.destroy(),
        keepWindow: () => keepWindow(),
        replaceLibrary,
        backups,
        preferences,
        windowChoices: choices,
        restored,
        showFile: path => shell.showItemInFolder(path),
        desktop: {
          showRecent,
          // The system's list would tell what a passphrase keeps.
          rememberFile: path => library.isSealed || rememberDocument(path, process.platform),
          namedFiles: filesToOpen,
        },
        failures,
        sampleFolder: join(resourcesFolder, 'sample', 'library'),
        now: () => new Date(),
      })
    },
    onOpened: library => {
      opened = library
      const stopWatching = library.watch(
        (found, isConflict) => notify('record.changed', { found, isConflict }),
        () => notify('library.checked', { problem: null }),
      )
      const stopBackups = keepBackups(library, backups)
      library.checked.then(
        isChanged => isChanged && notify('library.checked', { problem: null }),
        error => notify('library.checked', { problem: problemOf(error).message }),
      )
      return async () => {
        opened = null
        showRecent([])
        stopWatching()
        stopBackups()
        await search?.close()
      }
    },
    // Pages may not load themselves anew.
    onReplaced: () => window?.reload(),
  })
  const begun = opening.then(() => {
    isBegun = true
    return rememberLibrary(known, folder)
  })
  await Promise.all([shown, begun]).catch(error => {
    // Closed by then, the window needs neither.
    if (!leaving.signal.aborted) throw error
  })
}

/** The log lies beside the settings: whoever removes the one removes the other. */
function failuresOf(window: () => BrowserWindow | null) {
  const now = () => new Date()
  return openFailures({
    log: openLog(join(app.getPath('userData'), 'logs'), now),
    about: aboutThis(),
    chooseReport: name => chooseReport(window(), name),
    now,
  })
}

/** Which app runs on what; nothing of the person or the machine's name. */
function aboutThis(): string {
  const { electron, chrome, node } = process.versions
  const system = `${process.platform} ${process.arch}`
  return `version ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, Node ${node}, ${system}`
}

/** A backup a day, soon after the start and then while the app is open; gives the means to stop. */
function keepBackups(library: Library, backups: BackupKeeper): () => void {
  if (library.whyReadOnly) return () => undefined
  const backUp = () => void backups.backUpIfDue(library)
  const first = setTimeout(backUp, 60_000).unref()
  const hourly = setInterval(backUp, 60 * 60_000).unref()
  return () => {
    clearTimeout(first)
    clearInterval(hourly)
  }
}

/** Print mode: no library, no window to see, one PDF. */
async function printAndQuit(address: string): Promise<void> {
  try {
    // The printer's window closes before the PDF is written; that must not end the app.
    app.on('window-all-closed', () => undefined)
    await app.whenReady()
    refuseWhatPagesMayNotDo()
    const printer = pdfPrinter(join(rendererFolder, 'document.html'), serveApp(rendererFolder))
    await runPrintJob(address, process.env[printToken] ?? '', printer)
    app.exit(0)
  } catch (error) {
    process.stderr.write(`${problemOf(error).message}\n`)
    app.exit(1)
  }
}

/** The value of a switch such as `--library=DIR` or `--library DIR`. */
function switchValue(name: string): string | null {
  const spaced = process.argv.indexOf(name.slice(0, -1))
  if (spaced !== -1) return process.argv[spaced + 1] ?? null
  return process.argv.find(argument => argument.startsWith(name))?.slice(name.length) ?? null
}
