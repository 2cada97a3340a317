// shell: a file shown by the desktop's own file manager; headless, a test puts a function in its place.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { isHeadless } from './chromium.ts'
import { strictly } from './strict.ts'

export const shell = strictly('shell', {
  showItemInFolder(path: string): void {
    if (typeof path !== 'string') throw new TypeError('The path must be a string')
    if (isHeadless()) return
    // Like Electron's, it tells nobody where there is no file manager.
    spawn('xdg-open', [dirname(path)], { detached: true, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref()
  },
})
