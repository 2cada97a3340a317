import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

async function openBrief(body: string) {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body })
    },
  })
  const text = desk.page.getByRole('textbox', { name: 'Brief text' })
  await expectPage(text).toBeFocused()
  await desk.page.keyboard.press('ControlOrMeta+End')
  /** The text as it is saved. */
  const saved = async () => {
    const [brief] = desk.library.list('briefs')
    return brief ? (await desk.library.get('briefs', brief.id)).body : null
  }
  return { ...desk, saved }
}

/** Puts what a program copies into the browser's own clipboard. */
async function copied(page: Page, html: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-write', 'clipboard-read'])
  await page.evaluate(
    ([html, text]) => {
      const blob = (words: string, type: string) => new Blob([words], { type })
      const item = {
        'text/html': blob(html ?? '', 'text/html'),
        'text/plain': blob(text ?? '', 'text/plain'),
      }
      return navigator.clipboard.write([new ClipboardItem(item)])
    },
    [html, text],
  )
}

const article = {
  html: `<h2>Rates</h2><p>They <b>fell</b>, says <a href="https://example.org/a?id=1&utm_source=x">the bank</a>.</p>
    <ul><li>one</li><li>two</li></ul><script>alert(1)</script>
    <table><tr><th>Holder</th><th>bn</th></tr><tr><td>Japan</td><td>1,130</td></tr></table>
    <p>After.</p><img src="https://example.org/a.png" width="300" height="200">`,
  text: 'Rates\nThey fell, says the bank.\none\ntwo\nHolder\tbn\nJapan\t1,130\nAfter.',
}
const markdown = `## Rates

They **fell**, says [the bank](https://example.org/a?id=1).

- one
- two

| Holder | bn |
| --- | --- |
| Japan | 1,130 |

After.

`

describe('what is pasted from a page into a brief', () => {
  test('is Markdown, and one undo takes it back', async () => {
    const { page, saved } = await openBrief('Before.')
    await copied(page, article.html, article.text)
    await page.keyboard.press('ControlOrMeta+v')
    await waitFor(async () => expect(await saved()).toBe(`Before.\n\n${markdown}`))
    await expectPage(page.getByText('A picture was left out.')).toBeVisible()
    await page.keyboard.type('More')
    await waitFor(async () => expect(await saved()).toBe(`Before.\n\n${markdown}More`))
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await waitFor(async () => expect(await saved()).toBe('Before.'))
  })

  test('is its words alone when it is pasted with Shift, tabs and all', async () => {
    const { page, saved } = await openBrief('')
    await copied(page, article.html, article.text)
    await page.keyboard.press('ControlOrMeta+Shift+V')
    await waitFor(async () => expect(await saved()).toBe(article.text))
  })

  test('stands within its line where it is no more than one, and takes the place of what was selected', async () => {
    const { page, saved } = await openBrief('It rose.')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
    await copied(page, '<p>fell <em>a lot</em></p>', 'fell a lot')
    await page.keyboard.press('ControlOrMeta+v')
    await waitFor(async () => expect(await saved()).toBe('It fell *a lot*.'))
  })

  test('comes before what is typed while it is read, and is as it was where it cannot be', async () => {
    const { page, saved, answers } = await openBrief('')
    let answer = () => {}
    answers.set('brief.paste', async () => {
      await new Promise<void>(done => {
        answer = done
      })
      return { ok: false, problem: { code: 'failed', message: 'Broken off.' } }
    })
    await copied(page, '<p>One <b>two</b></p>', 'One two')
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.type(' three')
    await waitFor(async () => expect(await saved()).toBe(' three'))
    answer()
    await waitFor(async () => expect(await saved()).toBe('One two three'))
  })

  test('stays as it is in code', async () => {
    const { page, saved } = await openBrief('```\n')
    await copied(page, '<p>One <b>two</b></p>', 'One two')
    await page.keyboard.press('ControlOrMeta+v')
    await waitFor(async () => expect(await saved()).toBe('```\nOne two'))
  })
})

test('what is copied from the preview or from the text keeps its references', async () => {
  const { page, library, ask, saved } = await openBrief('')
  const evidence = { role: null, organisation: null, cue: null, saidOn: null, kind: 'opinion' }
  const quote = await ask('quote.create', {
    place: null,
    fields: { ...evidence, speaker: 'Kato', text: 'It does exist as an option' },
  })
  const event = await ask('event.create', {
    place: null,
    fields: { title: 'Talks end', when: '2025-06', status: 'expected' },
  })
  if (!quote.ok || !event.ok) throw new Error('not made')
  const [brief] = library.list('briefs')
  const [said, ends] = [quote.value.id, event.value.id]
  const inLine = `He calls it :quote["an option"]{#${said}}, before :event[]{#${ends}}.`
  await ask('brief.set', {
    id: brief?.id,
    fields: { body: `## Issue\n\n${inLine}\n\n::quote{#${said}}\n\nThe rest.[^1]\n\n[^1]: A note.\n` },
  })
  await page.reload()
  const frame = page.frameLocator('iframe[title="Preview of the brief"]')
  await expectPage(frame.locator('figure.quote')).toBeVisible()
  await frame.getByRole('heading', { name: 'Issue' }).click()
  await frame.locator('main').evaluate(main => {
    const range = main.ownerDocument.createRange()
    range.setStart(main, 0)
    range.setEndAfter(main.querySelector('figure.quote ~ p') ?? main)
    main.ownerDocument.getSelection()?.removeAllRanges()
    main.ownerDocument.getSelection()?.addRange(range)
  })
  await page.keyboard.press('ControlOrMeta+c')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+v')
  const fromPreview = `## Issue\n\n${inLine.replace('"an option"', '“an option”')}\n\n::quote{#${said}}\n\nThe rest.\n\n`
  await waitFor(async () => expect(await saved()).toBe(fromPreview))
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+c')
  await text.press('ControlOrMeta+End')
  await text.press('ControlOrMeta+v')
  await waitFor(async () => expect(await saved()).toBe(fromPreview + fromPreview))
})
