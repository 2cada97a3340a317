import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

async function aNote(ask: Desk['ask']): Promise<void> {
  const fields = { template: 'market-morning-note', title: 'Tokyo', date: '2025-05-03' }
  expect(await ask('brief.create', fields)).toMatchObject({ ok: true })
}

async function aPrint(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1)
    pdf.addPage([595, 842]).drawRectangle({ width: 200, height: 200 })
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
