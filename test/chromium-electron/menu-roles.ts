// What a menu item's role does when it is chosen.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { notInTheStandIn } from './strict.ts'
import type { WebContents } from './web-contents.ts'

interface Role {
  readonly label: string
  readonly accelerator?: string
  /** Chromium itself does it in a page, so its keys are left alone. */
  readonly isNative?: boolean
  run(contents: WebContents | undefined): void
}

const windowOf = (contents: WebContents | undefined) =>
  contents ? BrowserWindow.fromWebContents(contents) : null
const step = (contents: WebContents | undefined, by: number) =>
  contents?.setZoomLevel(by === 0 ? 0 : contents.getZoomLevel() + by)

const roles: Record<string, Role> = {
  undo: { label: 'Undo', accelerator: 'CmdOrCtrl+Z', isNative: true, run: contents => contents?.undo() },
  redo: {
    label: 'Redo',
    accelerator: 'Shift+CmdOrCtrl+Z',
    isNative: true,
    run: contents => contents?.redo(),
  },
  cut: { label: 'Cut', accelerator: 'CmdOrCtrl+X', isNative: true, run: contents => contents?.cut() },
  copy: { label: 'Copy', accelerator: 'CmdOrCtrl+C', isNative: true, run: contents => contents?.copy() },
  paste: { label: 'Paste', accelerator: 'CmdOrCtrl+V', isNative: true, run: contents => contents?.paste() },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    accelerator: 'CmdOrCtrl+Shift+V',
    isNative: true,
    run: contents => contents?.pasteAndMatchStyle(),
  },
  selectall: {
    label: 'Select All',
    accelerator: 'CmdOrCtrl+A',
    isNative: true,
    run: contents => contents?.selectAll(),
  },
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  close: { label: 'Close Window', accelerator: 'CmdOrCtrl+W', run: contents => windowOf(contents)?.close() },
  minimize: {
    label: 'Minimize',
    accelerator: 'CmdOrCtrl+M',
    run: contents => windowOf(contents)?.minimize(),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: contents => contents?.reload() },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: process.platform === 'darwin' ? 'Ctrl+Command+F' : 'F11',
    run: contents => {
      const window = windowOf(contents)
      window?.setFullScreen(!window.isFullScreen())
    },
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', run: contents => step(contents, 0) },
  zoomin: { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', run: contents => step(contents, 0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', run: contents => step(contents, -0.5) },
  about: { label: 'About', run: () => {} },
}

/** What a role means; throws for one the stand-in lacks. */
export function roleOf(name: string): Role {
  const role = roles[name.toLowerCase()]
  if (!role) throw notInTheStandIn(`the menu role ${name}`)
  return role
}
