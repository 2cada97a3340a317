// What a page may never do, tried from inside the window's own page.
import { expect } from '@playwright/test'
import { test } from './desk.ts'

test('the window’s page reaches the requests and nothing of Node or Electron', async ({ openApp }) => {
  const { page } = await openApp()
  const reached = await page.evaluate(() => ({
    names: Object.keys((window as unknown as { dispatchBox: object }).dispatchBox),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      name => name in window,
    ),
  }))
  expect(reached).toEqual({ names: ['invoke', 'on'], node: [] })
})

test('a request that is not on the list is refused, and so is input that does not fit', async ({
  openApp,
}) => {
  const { page } = await openApp()
  const answers = await page.evaluate(async () => {
    const { dispatchBox } = window as unknown as {
      dispatchBox: { invoke: (name: string, input: unknown) => Promise<unknown> }
    }
    const unknown = await Promise.resolve()
      .then(() => dispatchBox.invoke('library.erase', {}))
      .catch((error: Error) => error.message)
    return { unknown, unfit: await dispatchBox.invoke('brief.export', { id: '../../etc/passwd' }) }
  })
  expect(answers.unknown).toContain('There is no request “library.erase”')
  expect(answers.unfit).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
})

test('nothing is fetched from a network, and nothing runs that is not the app’s own', async ({ openApp }) => {
  const { page } = await openApp()
  const outcomes = await page.evaluate(async () => {
    const loads = (make: () => HTMLElement) =>
      new Promise(done => {
        const element = make()
        element.onload = () => done('loaded')
        element.onerror = () => done('refused')
        document.body.append(element)
      })
    return {
      fetched: await fetch('https://example.org/').then(
        () => 'loaded',
        () => 'refused',
      ),
      image: await loads(() => Object.assign(new Image(), { src: 'https://example.org/a.png' })),
      script: await loads(() =>
        Object.assign(document.createElement('script'), { src: 'https://example.org/a.js' }),
      ),
      inline: await new Promise(done => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
        setTimeout(() => done('ran' in window ? 'ran' : 'refused'))
      }),
      evaluated: (() => {
        try {
          return new Function('return "ran"')() as string
        } catch {
          return 'refused'
        }
      })(),
    }
  })
  expect(outcomes).toEqual({
    fetched: 'refused',
    image: 'refused',
    script: 'refused',
    inline: 'refused',
    evaluated: 'refused',
  })
})

test('the page cannot be led away, and opens no other window', async ({ openApp }) => {
  const { app, page } = await openApp()
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the window and the documents in it have policies that let no script in but the app’s own', async ({
  openApp,
}) => {
  const { page } = await openApp()
  const policies = new Map<string, string>()
  page.on('response', async response => {
    const name = new URL(response.url()).pathname
    policies.set(name, (await response.allHeaders())['content-security-policy'] ?? '')
  })
  await page.evaluate(async () => {
    const { dispatchBox } = window as unknown as {
      dispatchBox: { invoke: (name: string, input: unknown) => Promise<unknown> }
    }
    await dispatchBox.invoke('brief.create', { template: 'uk-submission', title: 'A brief', body: 'Words' })
  })
  await page.reload()
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Briefs' }).click()
  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').first().click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Words')
  await expect.poll(() => policies.get('/document.html')).toContain("script-src 'none'")
  expect(policies.get('/index.html')).toContain("script-src 'self'")
  for (const name of ['/index.html', '/document.html']) {
    const policy = policies.get(name) ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-|https?:|\*|data:|blob:/)
  }
})

test('a request from any page but the window’s own is refused', async ({ openApp }) => {
  const { app } = await openApp()
  const answer = await app.evaluate(async ({ app: own, BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${own.getAppPath()}/out/preload/preload.cjs`,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
      },
    })
    await window.loadURL('app://dispatch-box/document.html')
    const asked = await window.webContents.executeJavaScript(
      `window.dispatchBox.invoke('library.describe', {}).then(() => 'answered', error => error.message)`,
    )
    window.destroy()
    return asked as string
  })
  expect(answer).toContain('Requests are taken from the window of Dispatch Box alone.')
})

test('permissions are refused', async ({ openApp }) => {
  const { page } = await openApp()
  const position = await page.evaluate(
    () =>
      new Promise(done =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          () => done('refused'),
        ),
      ),
  )
  expect(position).toBe('refused')
})

test('what a source says is shown and never run', async ({ openApp }) => {
  const { page } = await openApp()
  const hostile =
    '# <img src=x onerror="window.ran=1">\n\n<script>window.ran=2</script> [x](javascript:window.ran=3)'
  await page.evaluate(async text => {
    const { dispatchBox } = window as unknown as {
      dispatchBox: { invoke: (name: string, input: unknown) => Promise<unknown> }
    }
    await dispatchBox.invoke('source.paste', { text })
    await dispatchBox.invoke('brief.create', { template: 'uk-submission', title: 'Hostile', body: text })
  }, hostile)
  await page.reload()
  const rooms = page.getByRole('navigation', { name: 'Rooms' })
  await rooms.getByRole('button', { name: 'Sources' }).click()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  await expect(page.getByRole('article')).toContainText('window.ran=2')
  await rooms.getByRole('button', { name: 'Briefs' }).click()
  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').first().click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('window.ran=2')
  for (const frame of page.frames()) expect(await frame.evaluate(() => 'ran' in window)).toBe(false)
})
