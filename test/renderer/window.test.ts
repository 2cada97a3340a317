import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { wholeBriefs } from '../whole-briefs.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const article = resolve(import.meta.dirname, '../../resources/sample/japan-treasuries.md')
const openDesk = deskOfEachTest()

async function typeInBrief(page: Page, text: string): Promise<void> {
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

/** Waits until the choices are those of everything typed: before that, Enter is a line's end. */
const choicesAreReady = (page: Page) =>
  page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)').waitFor()

describe('reading a source', () => {
  test('words are selected from the keyboard and become a quote that stays marked', async () => {
    const { page, choose, library } = await openDesk({ files: [article] })
    await choose('import-source')
    await page.getByRole('article', { name: 'Source text' }).focus()
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight')
    await expectPage(page.getByRole('toolbar')).toBeVisible()
    await page.keyboard.press('q')
    await page.getByLabel('Speaker').fill('A reader')
    await page.getByLabel('Said on').fill('3 May 2025')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Quote: “Japan holds a”, A reader' }).focus()
    await page.keyboard.press('Enter')
    await expectPage(page.getByLabel('Said on')).toHaveValue('3 May 2025')
    expect(library.list('quotes')).toMatchObject([
      { text: 'Japan holds a', saidOn: '2025-05-03', anchor: { position: { start: 0, end: 13 } } },
    ])
  })

  test('a date in words is understood where it stands, and one that is not stays to be mended', async () => {
    const { page, choose, library } = await openDesk({ prepare: linkedBrief })
    await choose('show-sources')
    await page.getByRole('button', { name: /The minister said/ }).click()
    const date = page.getByLabel('Published')
    await date.fill('some day')
    await date.press('Enter')
    await expectPage(page.getByRole('alert')).toContainText('not understood')
    await expectPage(date).toHaveValue('some day')
    await date.fill('3 May 2025')
    await date.press('Enter')
    await expectPage(page.getByRole('list', { name: 'Sources' })).toContainText('3 May 2025')
    expect(library.list('sources')[0]?.publishedOn).toBe('2025-05-03')
  })

  test('the words being recorded stay marked and in view until their form is closed', async () => {
    const { page, choose } = await openDesk({ files: [article] })
    await choose('import-source')
    await page.getByRole('article', { name: 'Source text' }).focus()
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight')
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('being-recorded') ?? [])].map(String))
    await page.keyboard.press('t')
    await expectPage.poll(marked).toEqual(['Japan holds a'])
    await expectPage(page.getByLabel('Title', { exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage.poll(marked).toEqual([])
  })

  test('a form with unsaved words asks before they are lost', async () => {
    const { page, choose } = await openDesk({ prepare: linkedBrief })
    await choose('show-evidence')
    await page.getByRole('button', { name: 'New event' }).click()
    await page.getByLabel('Title').fill('Talks end')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await expectPage(page.getByLabel('Title')).toHaveValue('Talks end')
    await page.getByLabel('Title').press('Escape')
    await page.getByRole('button', { name: 'Discard' }).click()
    await expectPage(page.getByRole('complementary')).toHaveCount(0)
  })
})

describe('taking sources in', () => {
  test('text pasted outside a field becomes a source, and inside one it does not', async () => {
    const { page, choose, library } = await openDesk()
    const paste = (selector: string) =>
      page.evaluate(where => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', 'A headline\n\nSome words.')
        const event = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true,
        })
        document.querySelector(where)?.dispatchEvent(event)
      }, selector)
    await choose('new-brief')
    await expectPage(page.getByRole('dialog')).toBeVisible()
    await paste('dialog input')
    await page.keyboard.press('Escape')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
    await paste('body')
    await expectPage(page.getByRole('article')).toContainText('Some words.')
    expect(library.list('sources')).toHaveLength(1)
  })

  test('of dropped files the good ones come in and each other one says why not', async () => {
    const { page, library } = await openDesk()
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['Good words.'], 'good.md'))
      dataTransfer.items.add(new File([new Uint8Array([0, 1, 2, 3, 0])], 'bad.md'))
      const huge = new File(['x'], 'huge.pdf')
      Object.defineProperty(huge, 'size', { value: 150 * 1024 * 1024 })
      // A FileList cannot hold a file with a size of our own, so the event carries a plain list.
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
      const files = [...dataTransfer.files, huge]
      Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } })
      document.body.dispatchEvent(event)
    })
    await expectPage(page.getByRole('alert').filter({ hasText: 'bad.md' })).toBeVisible()
    await expectPage(page.getByRole('alert').filter({ hasText: 'huge.pdf has 150.0 MB' })).toBeVisible()
    await expectPage(page.getByRole('article')).toContainText('Good words.')
    expect(library.list('sources')).toHaveLength(1)
  })
})

describe('writing a brief', () => {
  test('a date of a new brief that is not understood is named when it is refused, and has the focus', async () => {
    const { page, choose, library } = await openDesk()
    await choose('new-brief')
    await page.getByLabel('Title', { exact: true }).fill('Morning')
    await page.getByLabel('Date').fill('some day')
    await page.getByLabel('Date').press('Enter')
    await expectPage(page.getByRole('alert')).toContainText('day')
    await expectPage(page.getByLabel('Date')).toBeFocused()
    expect(library.list('briefs')).toEqual([])
  })

  test('the end of an export is told in its brief only, and is never laid over a form', async () => {
    const { page, choose } = await openDesk({ prepare: linkedBrief })
    await choose('export-brief')
    const panel = page.getByRole('region', { name: 'Export' })
    await expectPage(panel).toContainText('brief.pdf')
    await page.frameLocator('iframe').locator('.quoted').click()
    const form = await page.getByRole('complementary', { name: 'Inspector' }).boundingBox()
    const box = await panel.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(form?.x ?? 0)
    await choose('show-sources')
    await expectPage(panel).toHaveCount(0)
  })

  test('a link typed with @ stands as a chip in the text and as words in the preview, which opens its evidence', async () => {
    const { page, library } = await openDesk({ prepare: linkedBrief })
    await typeInBrief(page, ' Again @kato')
    await expectPage(page.getByRole('option')).toHaveCount(1)
    await choicesAreReady(page)
    await page.keyboard.press('Enter')
    const quoted = page.frameLocator('iframe').locator('.quoted')
    await expectPage(quoted).toHaveCount(2)
    await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
    await expectPage(page.locator('.chip-quote').last()).toHaveText('“It does exist as an option.”')
    expect((await wholeBriefs(library))[0]?.body).toMatch(/Again :quote\[\]\{#kato-it-does-exist-as\}$/)
    await quoted.first().click()
    await expectPage(page.getByLabel('Speaker')).toHaveValue('Katsunobu Kato')
  })

  test('a figure corrected after it was linked is corrected in the text and in the preview', async () => {
    const fields = { measures: 'Bonds', value: '1130000000000', unit: 'USD', scale: 'trillion' as const }
    const { page, library } = await openDesk({
      prepare: async ask => {
        await linkedBrief(ask)
        expect(await ask('figure.create', { place: null, fields })).toMatchObject({ ok: true })
      },
    })
    await typeInBrief(page, ' They hold @bonds')
    await expectPage(page.getByRole('option', { name: /Bonds/ })).toBeVisible()
    await choicesAreReady(page)
    await page.keyboard.press('Enter')
    const chip = page.locator('.chip-figure')
    const shown = page.frameLocator('iframe').locator('.datum')
    await expectPage(chip).toHaveText('$1.13 trillion')
    await expectPage(shown).toHaveText('$1.13 trillion')
    await shown.click()
    await page.getByLabel('Value').fill('1.27')
    await page.getByLabel('Value').press('Control+Enter')
    await expectPage(chip).toHaveText('$1.27 trillion')
    await expectPage(shown).toHaveText('$1.27 trillion')
    expect((await wholeBriefs(library))[0]?.body).toContain('They hold :figure[]{#')
    await page.keyboard.press('Backspace')
    await expectPage(chip).toHaveCount(0)
    await expectPage(page.getByLabel('Brief text')).toHaveText(/They hold $/)
  })

  test('text that cannot be saved stays, the reason is shown, and trying again saves it', async () => {
    const { page, library, answers } = await openDesk({ prepare: linkedBrief })
    const problem = { code: 'unwritable' as const, message: 'The disk is full.' }
    answers.set('brief.set', async () => ({ ok: false, problem }))
    await typeInBrief(page, ' Not lost.')
    const status = page.getByRole('status', { name: 'Status' })
    await expectPage(status).toHaveText('Not saved. The disk is full.')
    await expectPage(page.getByLabel('Brief text')).toContainText('Not lost.')
    answers.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectPage(status).toHaveText('Saved')
    expect((await wholeBriefs(library))[0]?.body).toContain('Not lost.')
  })

  test('an export is held by an error, then says where the file is, and a finding leads to its line', async () => {
    const { page, choose } = await openDesk({ prepare: linkedBrief })
    await typeInBrief(page, '\n\nThe rest :figure[1]{#nothing}')
    await choose('export-brief')
    const panel = page.getByRole('region', { name: 'Export' })
    await expectPage(panel).toContainText('There is no figure “nothing”')
    await panel.getByRole('button', { name: 'Export even so' }).click()
    await expectPage(panel).toContainText('brief.pdf')
    await panel.getByRole('button', { name: /Line 3/ }).click()
    await expectPage(page.getByLabel('Brief text')).toBeFocused()
    await page.keyboard.type('Here: ')
    await expectPage(page.getByLabel('Brief text')).toContainText('Here: The rest')
  })

  test('an export that fails says why', async () => {
    const { page, choose, answers } = await openDesk({ prepare: linkedBrief })
    answers.set('brief.export', async () => ({
      ok: false,
      problem: { code: 'failed', message: 'No printer.' },
    }))
    await choose('export-brief')
    await expectPage(page.getByRole('region', { name: 'Export' })).toContainText('No printer.')
  })
})

describe('closing the window', () => {
  test.each([
    ['a pasted text', 'paste-source'],
    ['the title of a new brief', 'new-brief'],
  ])('%s typed in the same moment is asked for', async (_words, opener) => {
    const { page, choose, answers } = await openDesk()
    const asked: string[] = []
    for (const name of ['window.close', 'window.stay'] as const) {
      answers.set(name, async () => {
        asked.push(name)
        return { ok: true, value: null }
      })
    }
    if (opener === 'new-brief') await choose('new-brief')
    else {
      await choose('show-sources')
      await page.getByRole('button', { name: 'Paste' }).first().click()
    }
    await expectPage(page.getByRole('dialog')).toBeVisible()
    // One task: nothing is painted between the key and the closing.
    await page.evaluate(() => {
      const { hear } = globalThis as unknown as { hear: (name: string, payload: unknown) => void }
      const field = document.querySelector<HTMLTextAreaElement>('dialog :is(textarea, input)')
      if (!field) throw new Error('The dialog has no field.')
      field.value = 'Words.'
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      hear('window.closing', null)
    })
    await expectPage(page.getByRole('dialog', { name: 'Discard what you typed?' })).toBeVisible()
    expect(asked).toEqual(['window.stay'])
  })

  test('a dialog that was closed with its words is not asked for any more', async () => {
    const { page, choose, answers } = await openDesk()
    const closed = new Promise<void>(done => {
      answers.set('window.close', async () => {
        done()
        return { ok: true, value: null }
      })
    })
    await choose('new-brief')
    await page.getByLabel('Title', { exact: true }).fill('Morning')
    await page.keyboard.press('Escape')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
    await page.evaluate(() => {
      const { hear } = globalThis as unknown as { hear: (name: string, payload: unknown) => void }
      hear('window.closing', null)
    })
    await closed
    await choose('new-brief')
    await expectPage(page.getByLabel('Title', { exact: true })).toHaveValue('')
  })
})

describe('the library', () => {
  test('deleting what is in use asks first and names the uses', async () => {
    const { page, choose, library } = await openDesk({ prepare: linkedBrief })
    await choose('show-evidence')
    await page.getByRole('grid', { name: 'Evidence' }).focus()
    await page.keyboard.press('Delete')
    await expectPage(page.getByRole('dialog')).toContainText('Morning, line 1: Kato said')
    await page.getByRole('button', { name: 'Delete even so' }).click()
    await expectPage(page.getByText('was moved to the trash')).toBeVisible()
    expect(library.list('quotes')).toEqual([])
  })

  test('while it is open somewhere else, everything can be read and nothing changed', async () => {
    const { page, choose } = await openDesk({ prepare: linkedBrief, access: 'read' })
    await expectPage(page.getByText('This library is open in another Dispatch Box')).toBeVisible()
    await expectPage(page.getByRole('button', { name: 'New brief' })).toBeDisabled()
    await typeInBrief(page, 'changed')
    await expectPage(page.getByLabel('Brief text')).not.toContainText('changed')
    await choose('new-brief')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
  })
})

test.each(['light', 'dark'] as const)(
  'in the %s theme every text colour keeps 4.5 to 1 on its ground',
  async colorScheme => {
    const { page } = await openDesk({ colorScheme })
    const ratios = await page.evaluate(() => {
      const grounds = { text: ['paper', 'surface', 'sunken', 'raised'] }
      const pairs: [string, string][] = [
        ...['ink', 'ink-soft', 'accent', 'bad', 'warn'].flatMap(ink =>
          grounds.text.map((ground): [string, string] => [ink, ground]),
        ),
        ...['quote', 'figure', 'event', 'source', 'bad', 'warn'].flatMap((kind): [string, string][] => [
          [kind, `${kind}-ground`],
          ['ink', `${kind}-ground`],
          ['ink-soft', `${kind}-ground`],
        ]),
        ['ink-faint', 'paper'],
        ['ink-on-strong', 'strong'],
        ['ink', 'selection'],
      ]
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const probe = document.body.appendChild(document.createElement('i'))
      const luminance = (token: string) => {
        probe.style.color = `var(--${token})`
        if (!canvas) throw new Error('no canvas')
        canvas.fillStyle = getComputedStyle(probe).color
        canvas.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(value => {
          const part = value / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      return pairs.map(([ink, ground]) => {
        const [light = 0, dark = 0] = [luminance(ink), luminance(ground)].sort((one, other) => other - one)
        return { pair: `${ink} on ${ground}`, ratio: (light + 0.05) / (dark + 0.05) }
      })
    })
    expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([])
  },
)

describe('coming back', () => {
  test('from another room, writing goes on where it was, and can be undone', async () => {
    const { page, choose } = await openDesk({ prepare: linkedBrief })
    await typeInBrief(page, '\n\nOne.')
    await page.keyboard.press('ArrowLeft')
    await choose('show-sources')
    await expectPage(page.getByRole('list', { name: 'Sources' })).toBeVisible()
    await choose('show-briefs')
    const text = page.getByLabel('Brief text')
    await expectPage(text).toBeFocused()
    await page.keyboard.type(' Two')
    await expectPage(text).toContainText('One Two.')
    for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z')
    await expectPage(text).not.toContainText('One')
  })

  test('from a rename by Escape brings the old title back, and an empty title says why it cannot be', async () => {
    const { page, library } = await openDesk({ prepare: linkedBrief })
    const title = page.getByLabel('Brief title')
    await title.fill('Evening')
    await title.press('Escape')
    await expectPage(title).toHaveValue('Morning')
    await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
    expect(library.list('briefs')[0]?.title).toBe('Morning')
    await title.fill('')
    await title.press('Enter')
    await expectPage(page.getByRole('alert')).toContainText('A brief needs a title')
  })
})
