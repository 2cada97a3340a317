import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

const section = (number: number) =>
  `## Section ${number}\n\n${`Words of section ${number}. `.repeat(number * 4)}`
const table = `| a | b |\n| --- | --- |\n${Array.from({ length: 40 }, (_, row) => `| ${row} | b |`).join('\n')}`
const body = [section(1), table, ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(section)].join('\n\n')

async function openLong() {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'briefing-paper', title: 'Long', body })
    },
  })
  const frame = desk.page.frameLocator('iframe[title="Preview of the brief"]')
  await expectPage(frame.getByRole('heading', { name: 'Section 12' })).toHaveCount(1)
  return { ...desk, frame }
}

/** How far down its pane each heading is, from 0 at the top of the view to 1 at its bottom; null where it is out of view. */
async function seen(page: Page): Promise<{ text: Record<string, number>; preview: Record<string, number> }> {
  return page.evaluate(() => {
    const shares = (elements: Iterable<Element>, box: { top: number; height: number }) =>
      Object.fromEntries(
        [...elements].flatMap(element => {
          const share = (element.getBoundingClientRect().top - box.top) / box.height
          const name = /Section \d+$/.exec(element.textContent ?? '')?.[0]
          return name !== undefined && share >= 0 && share <= 1 ? [[name, share]] : []
        }),
      )
    const root = document.querySelector('.editor-pane')?.shadowRoot
    const scroller = root?.querySelector('.cm-scroller')
    const inside = document.querySelector<HTMLIFrameElement>('iframe.preview-frame')?.contentDocument
    if (!root || !scroller || !inside) throw new Error('not there')
    return {
      text: shares(root.querySelectorAll('.cm-line'), scroller.getBoundingClientRect()),
      preview: shares(inside.querySelectorAll('h2'), { top: 0, height: inside.documentElement.clientHeight }),
    }
  })
}

function scrolled(page: Page): Promise<{ text: number; preview: number }> {
  return page.evaluate(() => ({
    text: document.querySelector('.editor-pane')?.shadowRoot?.querySelector('.cm-scroller')?.scrollTop ?? 0,
    preview:
      document.querySelector<HTMLIFrameElement>('iframe.preview-frame')?.contentDocument?.scrollingElement
        ?.scrollTop ?? 0,
  }))
}

/** Headings that are in view on both sides are about as far down, and one of them is nearly just as far. */
async function expectTogether(page: Page): Promise<void> {
  await waitFor(async () => {
    const { text, preview } = await seen(page)
    const both = Object.keys(text).filter(name => name in preview)
    const apart = both.map(name => Math.abs((text[name] ?? 0) - (preview[name] ?? 0)))
    expect(apart.length).toBeGreaterThan(0)
    expect(Math.max(...apart)).toBeLessThan(0.4)
    expect(Math.min(...apart)).toBeLessThan(0.15)
  })
}

test('the preview is scrolled with the text, and the text with the preview, to their ends', async () => {
  const { page, frame } = await openLong()
  await page.getByRole('textbox', { name: 'Brief text' }).hover()
  await page.mouse.wheel(0, 1500)
  await expectTogether(page)
  const before = await scrolled(page)
  expect(before.preview).toBeGreaterThan(300)
  await frame.locator('main').hover()
  await page.mouse.wheel(0, 700)
  await waitFor(async () => expect((await scrolled(page)).text).toBeGreaterThan(before.text + 100))
  await expectTogether(page)
  await page.mouse.wheel(0, -20000)
  await waitFor(async () => expect(await scrolled(page)).toEqual({ text: 0, preview: 0 }))
})

test('the cursor takes the preview along, and nothing moves once nobody scrolls', async () => {
  const { page } = await openLong()
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await text.press('ControlOrMeta+End')
  await waitFor(async () => expect((await scrolled(page)).preview).toBeGreaterThan(1000))
  let rest = await scrolled(page)
  await waitFor(async () => {
    const before = rest
    rest = await scrolled(page)
    expect(rest).toEqual(before)
  })
  await page.waitForTimeout(500)
  expect(await scrolled(page)).toEqual(rest)
})

test('the preview stays where it is once the lock is off, and comes to the text when it is on again', async () => {
  const { page, choose } = await openLong()
  await choose('toggle-scroll-lock')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await text.press('ControlOrMeta+End')
  await waitFor(async () => expect((await scrolled(page)).text).toBeGreaterThan(1000))
  await page.waitForTimeout(300)
  expect((await scrolled(page)).preview).toBe(0)
  await choose('toggle-scroll-lock')
  await waitFor(async () => expect((await scrolled(page)).preview).toBeGreaterThan(1000))
})
