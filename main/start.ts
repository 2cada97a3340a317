// Where the app begins: what was compiled at an earlier start is taken from the disk, and then the app itself is loaded.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { registerAppScheme } from './shell/app-scheme.ts'
import { listenForOpenedFiles } from './shell/opened-files.ts'

// By its name goes where its data are.
app.setName('Dispatch Box')
enableCompileCache(join(app.getPath('userData'), 'compiled'))
registerAppScheme()
listenForOpenedFiles()
// Not awaited, as the app is not ready before this file is done: Chromium begins while the rest is loaded.
import('./main.ts').catch((error: unknown) => {
  dialog.showErrorBox('Dispatch Box cannot start', String(error))
  app.exit(1)
})
