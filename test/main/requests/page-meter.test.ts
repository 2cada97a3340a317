import { expect, test } from 'vitest'
import { pageMeter } from '../../../main/requests/page-meter.ts'
import type { RenderedBrief } from '../../../shared/brief/render-brief.ts'

type Print = {
  title: string
  html: string
  stop: AbortSignal | undefined
  end: (pages: number) => void
  fail: () => void
}

/** A meter whose prints end when a test says so. */
function aMeter(patience?: number) {
  const prints: Print[] = []
  const printer = {
    print: (brief: RenderedBrief, stop?: AbortSignal) => {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
      prints.push({
        title: brief.title,
        html: brief.html,
        stop,
        end: pages => resolve(new TextEncoder().encode(`%PDF-${'\n1 0 obj\n<</Type /Page>>'.repeat(pages)}`)),
        fail: () => reject(new Error('no ink')),
      })
      return promise
    },
  }
  const meter = pageMeter(printer, patience)
  const count = (title: string) => meter.count(title, 'tokyo', () => rendered(title))
  const show = (title: string, html = title) => meter.print(title, 'tokyo', rendered(title, html))
  /** The print that is started as the so-manyeth. */
  const print = async (nth: number): Promise<Print> => {
    while (!prints[nth]) await new Promise(setImmediate)
    return prints[nth]
  }
  return { meter, prints, print, count, show }
}

const rendered = (title: string, html = title) => ({ title, html, pageStyle: '' }) as RenderedBrief
const aWhile = () => new Promise(done => setTimeout(done, 20))

test('pages are counted once, and known by their key from then on', async () => {
  const { meter, print, prints, count } = aMeter()
  expect(meter.known('a')).toBeNull()
  const counted = count('a')
  const same = count('a')
  ;(await print(0)).end(3)
  expect(await Promise.all([counted, same])).toEqual([3, 3])
  expect(meter.known('a')).toBe(3)
  expect(await count('a')).toBe(3)
  expect(meter.known('b')).toBeNull()
  expect(meter.last('tokyo')).toBe(3)
  expect(prints).toHaveLength(1)
})

test('one brief is printed at a time, and of those that wait the newest alone', async () => {
  const { print, prints, count } = aMeter()
  const first = count('a')
  const begun = await print(0)
  const second = count('b')
  const third = count('c')
  expect(await second).toBeNull()
  await aWhile()
  expect(prints).toHaveLength(1)
  begun.end(1)
  expect(await first).toBe(1)
  const next = await print(1)
  expect(next.title).toBe('c')
  next.end(2)
  expect(await third).toBe(2)
  expect(prints).toHaveLength(2)
})

test('a print that a person waits for comes first, and the count begins again after it', async () => {
  const { meter, print, count } = aMeter()
  const counted = count('a')
  const broken = await print(0)
  const exported = meter.printer.print(rendered('export'))
  expect(broken.stop?.aborted).toBe(true)
  const person = await print(1)
  expect(person.title).toBe('export')
  await aWhile()
  person.end(1)
  await exported
  const again = await print(2)
  expect(again.title).toBe('a')
  again.end(4)
  expect(await counted).toBe(4)
})

test('what is dropped is answered at once, though its printer goes on', async () => {
  const { meter, print, count } = aMeter()
  const running = count('a')
  await print(0)
  const waiting = count('b')
  meter.drop()
  expect(await Promise.all([running, waiting])).toEqual([null, null])
})

test('a print that fails, or takes too long, is told, and the next is counted', async () => {
  const { meter, print, count } = aMeter(30)
  const failed = count('a')
  ;(await print(0)).fail()
  await expect(failed).rejects.toThrow('no ink')
  await expect(count('b')).rejects.toThrow(/timeout/)
  expect(meter.known('b')).toBeNull()
  expect(meter.last('tokyo')).toBeNull()
  const counted = count('c')
  ;(await print(2)).end(1)
  expect(await counted).toBe(1)
})

test('the print of a count is the one that is shown, also while it is under way', async () => {
  const { meter, print, prints, count, show } = aMeter()
  const counted = count('a')
  const begun = await print(0)
  const shown = show('a')
  begun.end(3)
  expect(await counted).toBe(3)
  expect(await shown).toMatchObject({ pages: 3 })
  expect((await show('a'))?.name).toBe((await shown)?.name)
  expect(await count('a')).toBe(3)
  expect(meter.last('tokyo')).toBe(3)
  expect(prints).toHaveLength(1)
})

test('of one text with another annex, the newest is printed', async () => {
  const { print, prints, count, show } = aMeter()
  const counted = count('a')
  const begun = await print(0)
  const shown = show('a', 'with an answer')
  begun.end(1)
  expect(await counted).toBe(1)
  const next = await print(1)
  expect(next.html).toBe('with an answer')
  next.end(1)
  expect((await shown)?.pages).toBe(1)
  expect(prints).toHaveLength(2)
})

test('only the newest print is kept, and none once it is dropped', async () => {
  const { meter, print, prints, show } = aMeter()
  for (const [nth, title] of ['a', 'b', 'a'].entries()) {
    const shown = show(title)
    ;(await print(nth)).end(1)
    await shown
  }
  await show('a')
  expect(prints).toHaveLength(3)
  meter.drop()
  const again = show('a')
  ;(await print(3)).end(1)
  expect((await again)?.pages).toBe(1)
})
