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

describe('a context menu', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = await launchFixture()
    await launched.app.evaluate(({ BrowserWindow }) => {
      Reflect.set(globalThis, 'asked', [])
      BrowserWindow.getAllWindows()[0]?.webContents.on('context-menu', (_event, params) =>
        Reflect.get(globalThis, 'asked').push(params),
      )
    })
  })
  afterAll(() => launched.close())

  type Asked = { isEditable: boolean; selectionText: string; editFlags: object; menuSourceType: string }
  const asked = () => launched.app.evaluate(() => Reflect.get(globalThis, 'asked').splice(0) as Asked[])

  it('is asked for where the right button is pressed, with what can be done there', async () => {
    const field = launched.page.locator('#field')
    await field.fill('Words')
    await field.selectText()
    await field.click({ button: 'right' })
    await launched.page.locator('#add').click({ button: 'right' })
    const all: Asked[] = []
    await waitFor(async () => {
      all.push(...(await asked()))
      expect(all).toHaveLength(2)
    })
    expect(all[0]).toMatchObject({
      isEditable: true,
      selectionText: 'Words',
      menuSourceType: 'mouse',
      editFlags: { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true },
    })
    expect(all[1]).toMatchObject({
      isEditable: false,
      selectionText: '',
      editFlags: { canCut: false, canPaste: false },
    })
  })

  it('is asked for by the keyboard too', async () => {
    await launched.page.focus('#field')
    await launched.page.keyboard.press('Shift+F10')
    await waitFor(async () =>
      expect(await asked()).toMatchObject([{ isEditable: true, menuSourceType: 'keyboard' }]),
    )
  })

  it('is the page’s own where it prevents the event', async () => {
    await launched.page.evaluate(() => {
      document.querySelector('#add')?.addEventListener('contextmenu', event => event.preventDefault())
    })
    await launched.page.locator('#add').click({ button: 'right' })
    await launched.page.locator('#field').click({ button: 'right' })
    const heard: Asked[] = []
    await waitFor(async () => {
      heard.push(...(await asked()))
      expect(heard.at(-1)).toMatchObject({ isEditable: true })
    })
    expect(heard).toHaveLength(1)
  })

  it('pops up over a window, and knows no more than it says', async () => {
    const popup = (options: object) =>
      launched.app.evaluate(({ BrowserWindow, Menu }, given) => {
        const [window] = BrowserWindow.getAllWindows()
        Menu.buildFromTemplate([{ role: 'copy' }]).popup({ ...(window ? { window } : {}), ...given })
      }, options)
    await popup({ x: 10, y: 20 })
    await expect(popup({ positioningItem: 1 })).rejects.toThrow('not in the stand-in')
    await expect(popup({ x: 10 })).rejects.toThrow('come together')
  })
})

describe('an accelerator', () => {
  it('is refused where Electron would not understand it', () => {
    for (const wrong of ['Ctrl', 'Ctrl+A+B', 'Ctrl+Nowhere', '']) {
      expect(() => parseAccelerator(wrong), wrong).toThrow('Invalid accelerator')
    }
  })
})
