import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

/** A desk with a brief, and a printer that ends when it is let. */
async function openMeasured({ template = 'market-morning-note', body = 'Short.' } = {}) {
  const prints: ((pages: number) => void)[] = []
  const printer = {
    print: () =>
      new Promise<Uint8Array>(resolve => {
        prints.push(pages =>
          resolve(new TextEncoder().encode(`%PDF-${'\n1 0 obj\n<</Type /Page>>'.repeat(pages)}`)),
        )
      }),
  }
  const desk = await openDesk({ printer })
  const { id } = await desk.ask('brief.create', { template, title: 'Tokyo', date: '2025-05-03' })
  await desk.ask('brief.set', { id, fields: { body } })
  const printed = async (nth: number, pages: number) => {
    while (!prints[nth]) await new Promise(setImmediate)
    prints[nth](pages)
  }
  return { ...desk, id, prints, printed }
}

test('a brief is measured against its form, in pages and in words of its bottom line', async () => {
  const { ask, id, printed } = await openMeasured({ body: '## Top call\n\nTokyo keeps its bonds.\n' })
  const measured = ask('brief.measure', { id })
  await printed(0, 2)
  expect(await measured).toEqual({
    pages: { counted: 2, isOfThisText: true, limit: 1, isTooLong: true },
    bottomLine: { heading: 'Top call', words: 4, limit: 60, isTooLong: false },
  })
})

test('nothing is printed where that is not asked for, and the words are told all the same', async () => {
  const { ask, id, prints } = await openMeasured({ body: '## Top call\n\nTokyo keeps its bonds.\n' })
  expect(await ask('brief.measure', { id, mayPrint: false })).toMatchObject({
    pages: { counted: null, isOfThisText: false, limit: 1, isTooLong: false },
    bottomLine: { words: 4 },
  })
  expect(prints).toHaveLength(0)
})

test('brief-too-long stands in what is typed once its pages were counted, and goes once the next were', async () => {
  const { ask, id, printed } = await openMeasured()
  const fields = { body: 'Long.' }
  const rules = async (body: string) =>
    (await ask('brief.verify', { id, fields: { body } })).findings.map(({ rule }) => rule)
  expect(await rules('Long.')).toEqual([])
  const measured = ask('brief.measure', { id, fields })
  await printed(0, 2)
  await measured
  expect(await rules('Long.')).toEqual(['brief-too-long'])
  expect(await rules('Short.')).toEqual(['brief-too-long'])
  const again = ask('brief.measure', { id, fields: { body: 'Short.' } })
  await printed(1, 1)
  await again
  expect(await rules('Short.')).toEqual([])
})

test('pages that are too many stay known when that is answered', async () => {
  const { ask, id, printed, prints } = await openMeasured()
  const measured = ask('brief.measure', { id })
  await printed(0, 2)
  await measured
  const { findings } = await ask('brief.verify', { id })
  const line = findings.find(({ rule }) => rule === 'brief-too-long')?.line ?? 0
  await ask('finding.answer', { id, rule: 'brief-too-long', line, reason: 'He asked for more.' })
  expect((await ask('brief.verify', { id })).findings).toMatchObject([
    { rule: 'brief-too-long', answer: 'He asked for more.' },
  ])
  expect(prints).toHaveLength(1)
})

test('a figure that is corrected makes the pages unknown again', async () => {
  const { ask, id, printed } = await openMeasured()
  const figure = await ask('figure.create', {
    place: null,
    fields: { measures: 'holdings', value: '12', unit: '%' },
  })
  await ask('brief.set', { id, fields: { body: `:figure[]{#${figure.id}}` } })
  const measured = ask('brief.measure', { id })
  await printed(0, 1)
  expect(await measured).toMatchObject({ pages: { counted: 1 } })
  await ask('figure.set', { id: figure.id, fields: { value: '13' } })
  expect(await ask('brief.measure', { id, mayPrint: false })).toMatchObject({
    pages: { counted: 1, isOfThisText: false },
  })
})

test('a save, a check and a key’s draft are answered while a print is under way', async () => {
  const { ask, id, prints, printed } = await openMeasured()
  let isMeasured = false
  const measured = ask('brief.measure', { id }).then(() => {
    isMeasured = true
  })
  while (!prints[0]) await new Promise(setImmediate)
  await ask('brief.set', { id, fields: { body: 'Typed meanwhile.' } })
  await ask('brief.verify', { id, fields: { body: 'Typed meanwhile, too.' } })
  expect((await ask('record.get', { id })).record).toMatchObject({ body: 'Typed meanwhile.' })
  expect(isMeasured).toBe(false)
  await printed(0, 1)
  await measured
})

test('a form without a limit asks for no print', async () => {
  const { ask, id, prints } = await openMeasured()
  const fields = { template: 'of-another-version' }
  expect(await ask('brief.measure', { id, fields })).toEqual({ pages: null, bottomLine: null })
  expect(prints).toHaveLength(0)
})

test('what cannot be printed is told, and nothing is lost', async () => {
  const { ask, library } = await openDesk({
    printer: { print: () => Promise.reject(new Error('no ink')) },
  })
  const { id } = await ask('brief.create', { template: 'market-morning-note', title: 'Tokyo' })
  await expect(ask('brief.measure', { id })).rejects.toThrow(
    'The pages of “Tokyo” could not be counted: no ink. Nothing of it is lost.',
  )
  expect(library.has(id)).toBe(true)
})
