// A small app as the product is one: ES module main process, sandboxed preload, one scheme of its own.

import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const pages = {
  '/index.html': `<!doctype html><title>Fixture</title>
    <button id="add">add</button><output id="sum"></output><input id="field">
    <script src="/page.js"></script>`,
  '/page.js': `
    window.seenAtStart = typeof window.api
    document.querySelector('#add').onclick = async () => { document.querySelector('#sum').value = await window.api.add(2, 3) }`,
  '/print.html': '<!doctype html><html lang="en"><title>Print</title><h1>Printed</h1><p>Words on paper.</p>',
  '/second.html': '<!doctype html><title>Second</title><p>second page</p>',
  '/worker.js':
    'onmessage = ({ data }) => fetch(data).then(() => postMessage("reached"), () => postMessage("refused"))',
}

async function answer(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/echo') {
    return Response.json({
      method: request.method,
      url: request.url,
      header: request.headers.get('x-test'),
      body: await request.text(),
    })
  }
  if (pathname === '/broken') throw new Error('broken on purpose')
  const body = pages[pathname]
  if (body === undefined) return new Response('not found', { status: 404 })
  const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } })
}

app.whenReady().then(async () => {
  protocol.handle('app', answer)
  ipcMain.handle('add', (_event, left, right) => left + right)
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('sender', event => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    id: event.sender.id,
  }))
  ipcMain.handle('fail', () => {
    throw new TypeError('no such thing')
  })
  ipcMain.handle('choose', async () => (await dialog.showOpenDialog({})).filePaths)
  ipcMain.handle('uncloneable', () => () => {})
  globalThis.sent = []
  ipcMain.on('note', (event, ...args) => {
    globalThis.sent.push(args)
    event.reply('noted', ...args)
  })
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  })
  await window.loadURL('app://fixture/index.html')
})

app.on('window-all-closed', () => app.quit())
