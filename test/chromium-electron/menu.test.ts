import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../patient.ts'
import { parseAccelerator } from './accelerator.ts'
import { type Launched, launchFixture } from './launch-fixture.ts'

describe('the keys of the application menu', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = await launchFixture()
    await launched.app.evaluate(({ Menu }) => {
      Reflect.set(globalThis, 'chosen', [])
      const item = (id: string, accelerator: string, rest: object = {}) => ({
        id,
        label: id,
        accelerator,
        click: () => Reflect.get(globalThis, 'chosen').push(id),
        ...rest,
      })
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'File',
            submenu: [
              item('export', 'CmdOrCtrl+E'),
              item('preview', 'CmdOrCtrl+Shift+P'),
              item('keys', 'F1'),
              item('disabled', 'CmdOrCtrl+D', { enabled: false }),
              item('invisible', 'CmdOrCtrl+G', { visible: false }),
              { role: 'zoomIn' },
            ],
          },
        ]),
      )
    })
    // The page is told of the menu a moment later; from the first key that was heard on, all are, in their order.
    const heard = (key: string, id: string) =>
      waitFor(async () => {
        await launched.page.keyboard.press(key)
        expect((await chosen()).at(-1)).toBe(id)
      })
    await heard('F1', 'keys')
    // Keys that were pressed while nobody listened are lost, and none of the others may come later.
    await waitFor(async () => {
      const { length } = await chosen()
      await pause(200)
      expect(await chosen()).toHaveLength(length)
    })
  })
  afterAll(() => launched.close())

  const forget = () => launched.app.evaluate(() => Reflect.set(globalThis, 'chosen', []))
  const chosen = () => launched.app.evaluate(() => Reflect.get(globalThis, 'chosen') as string[])

  /** Presses the keys, and a last one of the menu's, so that whatever they did has been done. */
  async function press(...keys: string[]): Promise<string[]> {
    await forget()
    for (const key of [...keys, 'F1']) await launched.page.keyboard.press(key)
    await expect.poll(async () => (await chosen()).at(-1)).toBe('keys')
    return (await chosen()).slice(0, -1)
  }

  it('choose its items, wherever the focus is', async () => {
    expect(await press('Control+e', 'Control+Shift+P')).toEqual(['export', 'preview'])
    await launched.page.focus('#field')
    expect(await press('Control+e')).toEqual(['export'])
  })

  it('do nothing for an item that is disabled or hidden, nor without all of its keys', async () => {
    expect(await press('Control+d', 'Control+g', 'e', 'Control+p')).toEqual([])
  })

  it('are the page’s where it prevents their default', async () => {
    await launched.page.evaluate(() => {
      Object.assign(window, {
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === 'e') event.preventDefault()
        },
      })
    })
    expect(await press('Control+e', 'Control+Shift+P')).toEqual(['preview'])
    await launched.page.evaluate(() => Object.assign(window, { onkeydown: null }))
    expect(await press('Control+e')).toEqual(['export'])
  })

  it('are kept from Chromium, which would open a tab or print, even where no item has them', async () => {
    const { page } = launched
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      addEventListener('keydown', event =>
        setTimeout(() => event.defaultPrevented && seen.push(event.key), 20),
      )
    })
    expect(await press('Control+n', 'Control+t', 'Control+p', 'Control+w', 'Control+c', 'x')).toEqual([])
    const kept = () => page.evaluate(() => Reflect.get(window, 'seen') as string[])
    await expect.poll(kept).toEqual(['n', 't', 'p', 'w', 'F1'])
  })

  it('zoom the page by a role', async () => {
    await press('Control+=')
    await launched.page.keyboard.press('Control++')
    const level = () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
      )
    await expect.poll(level).toBe(0.5)
  })

  it('are chosen by code too', async () => {
    await forget()
    await launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export')?.click())
    expect(await chosen()).toEqual(['export'])
  })
})

describe('an accelerator', () => {
  it('is refused where Electron would not understand it', () => {
    for (const wrong of ['Ctrl', 'Ctrl+A+B', 'Ctrl+Nowhere', '']) {
      expect(() => parseAccelerator(wrong), wrong).toThrow('Invalid accelerator')
    }
  })
})
