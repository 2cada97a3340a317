import { BrowserWindow } from 'electron'
import { offerTextMenu } from './context-menu.ts'
import { appOrigin } from './origin.ts'
import { recallWindowPlace, rememberWindowPlace } from './window-place.ts'

/** Milliseconds that a page has to answer; after them, closing again closes whatever it is doing. */
const patience = 5000

type Opening = {
  preload: string
  /** Where the window's place is kept. */
  placeFile: string
  /** The colour before the page is there. */
  ground: string
  /** Called before the page is loaded, so that its first request is answered; `keep` says that the page stays open. */
  onOpened: (window: BrowserWindow, keep: () => void) => void
  /** Called when the window is to close; it stays until it is destroyed, or `keep` is called. */
  onClosing: () => void
  /** Called when the page's process ended by itself; the window stays, without a page, until what it gives is settled. */
  onGone: (window: BrowserWindow, details: { reason: string; exitCode: number }) => Promise<void>
}

/** Opens the app's window where it was last, with every safety default on. */
export async function openWindow({
  preload,
  placeFile,
  ground,
  onOpened,
  onClosing,
  onGone,
}: Opening): Promise<void> {
  const place = recallWindowPlace(placeFile)
  const window = new BrowserWindow({
    width: place?.width ?? 1280,
    height: place?.height ?? 800,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Dispatch Box',
    backgroundColor: ground,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (place?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  /** When the page was first asked and has not answered since. */
  let askedAt: number | null = null
  window.on('close', event => {
    // A page that does not answer must not keep the window for ever.
    if (askedAt !== null && Date.now() - askedAt > patience) return
    event.preventDefault()
    askedAt ??= Date.now()
    void rememberWindowPlace(window, placeFile).then(onClosing)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    void onGone(window, details).finally(() => window.destroy())
  })
  offerTextMenu(window)
  onOpened(window, () => {
    askedAt = null
  })
  await window.loadURL(`${appOrigin}/index.html`)
}
