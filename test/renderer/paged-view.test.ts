import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

async function aNote(ask: Desk['ask']): Promise<void> {
  const fields = { template: 'market-morning-note', title: 'Tokyo', date: '2025-05-03' }
  expect(await ask('brief.create', fields)).toMatchObject({ ok: true })
}

const upright: [number, number] = [595, 842]
const turned: [number, number] = [842, 595]

/** Of so many upright pages, or of pages of those sizes. */
async function aPrint(pages: number | (typeof upright)[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const sizes = typeof pages === 'number' ? Array.from({ length: pages }, () => upright) : pages
  for (const size of sizes) pdf.addPage(size).drawRectangle({ width: 200, height: 200 })
  return pdf.save({ useObjectStreams: false })
}

test('a print that fails is told over the pages that were there, and tried again', async () => {
  let ink = true
  const print = () => (ink ? aPrint(2) : Promise.reject(new Error('no ink')))
  const desk = await openDesk({ prepare: aNote, print })
  await desk.choose('toggle-pages')
  await expectPage(desk.page.locator('.page-count')).toHaveText('Page 1 of 2')
  ink = false
  await desk.page.getByLabel('Brief text').click()
  await desk.page.keyboard.insertText('More.')
  const problem = desk.page.getByRole('alert').filter({ hasText: 'no ink' })
  await expectPage(problem).toContainText('Nothing of it is lost')
  await expectPage(desk.page.locator('.sheet canvas').first()).toBeVisible()
  ink = true
  await problem.getByRole('button', { name: 'Try again' }).click()
  await expectPage(problem).toBeHidden()
})

test('the look that was chosen is there again when the window is', async () => {
  const desk = await openDesk({ prepare: aNote, print: () => aPrint(1) })
  await desk.choose('toggle-pages')
  await expectPage(desk.page.locator('.page-count')).toHaveText('Page 1 of 1')
  await desk.page.reload()
  await expectPage(desk.page.locator('.page-count')).toHaveText('Page 1 of 1')
})

test('thirty refreshes leave one thread, and no more pictures than one', async () => {
  let prints = 0
  const print = () => aPrint(1 + (prints++ % 2))
  const desk = await openDesk({ prepare: aNote, print })
  await desk.choose('toggle-pages')
  const count = desk.page.locator('.page-count')
  await expectPage(count).toHaveText(/Page 1 of/)
  await desk.page.getByLabel('Brief text').click()
  for (let time = 0; time < 30; time += 1) {
    const before = (await count.textContent()) ?? ''
    await desk.page.keyboard.insertText(`Word ${time}. `)
    await expectPage(count).not.toHaveText(before)
  }
  const threads = desk.page.workers().filter(thread => thread.url().includes('pdf-worker'))
  expect(threads).toHaveLength(1)
  expect(await desk.page.locator('.sheet canvas').count()).toBeLessThanOrEqual(2)
}, 120_000)

/** Holds back the next print that the window opens; gives how to open it after all, and how to wait until one was closed. */
async function holdBack({ page }: Desk) {
  const held = await page.evaluateHandle(() => {
    const { postMessage } = Worker.prototype
    const late: { open: () => void; isClosed: boolean } = { open: () => undefined, isClosed: false }
    let isFirst = true
    Worker.prototype.postMessage = function (message, ...more: unknown[]) {
      const send = () => Reflect.apply(postMessage, this, [message, ...more])
      if (message.action === 'Terminate') late.isClosed = true
      if (message.action !== 'GetDocRequest' || !isFirst) return send()
      isFirst = false
      late.open = send
    }
    return late
  })
  return {
    open: () => held.evaluate(({ open }) => open()),
    untilClosed: () => expectPage.poll(() => held.evaluate(({ isClosed }) => isClosed)).toBe(true),
  }
}

test('pages that are opened late never come in the place of newer ones', async () => {
  const pagesOf = (html: string) => (html.includes('Second.') ? 2 : 1)
  const asked: string[] = []
  const desk = await openDesk({
    prepare: aNote,
    print: async ({ html }) => {
      asked.push(html)
      return aPrint(pagesOf(html))
    },
  })
  const count = desk.page.locator('.page-count')
  await desk.choose('toggle-pages')
  await expectPage(count).toHaveText('Page 1 of 1')
  const late = await holdBack(desk)
  await desk.page.getByLabel('Brief text').click()
  await desk.page.keyboard.insertText('Second.')
  await expectPage.poll(() => asked.length).toBe(2)
  await desk.page.keyboard.press('ControlOrMeta+z')
  await expectPage.poll(() => asked.length).toBe(3)
  await late.open()
  await late.untilClosed()
  await expectPage(count).toHaveText('Page 1 of 1')
})

test('turned pages are of one scale with the others, and the place that is looked at is kept when one comes', async () => {
  let sizes = [upright, upright, upright]
  const prepare = async (ask: Desk['ask']) => {
    expect(
      await ask('brief.create', { template: 'briefing-paper', title: 'Tokyo', body: 'Words.' }),
    ).toMatchObject({ ok: true })
  }
  const desk = await openDesk({ prepare, print: () => aPrint(sizes) })
  const { page } = desk
  await desk.choose('toggle-pages')
  const count = page.locator('.page-count')
  await expectPage(count).toHaveText('Page 1 of 3')
  const view = page.getByRole('region', { name: 'Pages of the brief' })
  /** Of each page, how wide it is, and how far down it the top of the view is, against its height. */
  const look = () =>
    view.evaluate(element =>
      [...element.querySelectorAll<HTMLElement>('.sheet')].map(
        ({ offsetTop, offsetWidth: width, offsetHeight: height }) => ({
          width,
          place: (element.scrollTop - offsetTop) / height,
        }),
      ),
    )
  const text = page.getByLabel('Brief text')
  await text.click()
  await view.focus()
  // A person has it in hand.
  await page.keyboard.press('Shift')
  await view.evaluate(element => {
    const second = element.querySelectorAll<HTMLElement>('.sheet')[1]
    element.scrollTop = (second?.offsetTop ?? 0) + (second?.offsetHeight ?? 0) / 2
  })
  await expectPage(count).toHaveText('Page 3 of 3')
  const before = (await look())[1]?.width ?? 0

  sizes = [upright, upright, turned, upright]
  await text.focus()
  await page.keyboard.insertText('A wide table.')
  await expectPage(count).toHaveText(/ of 4$/)
  await expectPage.poll(async () => (await look())[1]?.place).toBeCloseTo(0.5, 1)
  const pages = await look()
  const scales = pages.map(({ width }, index) => width / (index === 2 ? 842 : 595))
  for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 2)
  // The widest has all the room, so that the others have less of it than before.
  expect(Math.abs((pages[2]?.width ?? 0) - before)).toBeLessThan(2)
})
