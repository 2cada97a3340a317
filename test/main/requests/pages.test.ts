import { expect, test } from 'vitest'
import type { RenderedBrief } from '../../../shared/brief/render-brief.ts'
import { openDesk } from './desk.ts'

/** A desk with a brief and a printer whose prints say which they are. */
async function openPrinted({ template = 'market-morning-note', body = 'Short.' } = {}) {
  const printed: RenderedBrief[] = []
  const printer = {
    print: async (brief: RenderedBrief) => {
      printed.push(brief)
      return new TextEncoder().encode(`%PDF-${printed.length}\n1 0 obj\n<</Type /Page>>`)
    },
  }
  const desk = await openDesk({ printer })
  const { id } = await desk.ask('brief.create', { template, title: 'Tokyo', date: '2025-05-03' })
  await desk.ask('brief.set', { id, fields: { body } })
  return { ...desk, id, printed }
}

const words = (answer: { pdf: Uint8Array } | null) => answer && new TextDecoder().decode(answer.pdf)

test('the pages are those of what is typed, and of what is saved where nothing is', async () => {
  const { ask, id, printed } = await openPrinted()
  const typed = await ask('brief.pages', { id, fields: { body: 'Typed.' } })
  expect(words(typed)).toBe('%PDF-1\n1 0 obj\n<</Type /Page>>')
  expect(printed[0]?.html).toContain('Typed.')
  const saved = await ask('brief.pages', { id })
  expect(printed[1]?.html).toContain('Short.')
  expect(saved?.print).not.toBe(typed?.print)
})

test('words are divided in the pages that are looked at as they are in the file', async () => {
  const { ask, id, printed, library } = await openPrinted({ body: 'Considerations of administrations.' })
  await library.templates.put('narrow', '---\ntitle: Narrow\nhyphens: true\n---\n')
  await ask('brief.set', { id, fields: { template: 'narrow' } })
  await ask('brief.pages', { id })
  expect(printed[0]?.html).toContain('\u00ad')
})

test('one print tells the pages and shows them, whichever is asked for first', async () => {
  const { ask, id, printed } = await openPrinted()
  await ask('brief.measure', { id })
  expect(words(await ask('brief.pages', { id }))).toBe('%PDF-1\n1 0 obj\n<</Type /Page>>')
  expect(words(await ask('brief.pages', { id }))).toBe('%PDF-1\n1 0 obj\n<</Type /Page>>')
  const fields = { body: 'Other.' }
  const [shown, measured] = await Promise.all([
    ask('brief.pages', { id, fields }),
    ask('brief.measure', { id, fields }),
  ])
  expect(words(shown)).toBe('%PDF-2\n1 0 obj\n<</Type /Page>>')
  expect(measured.pages).toMatchObject({ counted: 1, isOfThisText: true })
  expect(printed).toHaveLength(2)
})

test('the annex is the one of an export, and pages are printed anew when it changes', async () => {
  const { ask, id, printed } = await openPrinted({
    template: 'briefing-paper',
    body: '## Summary\n\nExports fell 12%.\n',
  })
  const first = await ask('brief.pages', { id })
  const { findings } = await ask('brief.verify', { id })
  const [finding] = findings
  if (!finding) throw new Error('Nothing is found.')
  const reason = 'The ministry said so on the telephone.'
  await ask('finding.answer', { id, rule: finding.rule, line: finding.line, reason })
  const second = await ask('brief.pages', { id })
  expect(second?.print).not.toBe(first?.print)
  expect(printed[1]?.html).toContain(reason)
})

test('a print that fails says so, by the name of the brief', async () => {
  const desk = await openDesk({ printer: { print: () => Promise.reject(new Error('no ink')) } })
  const { id } = await desk.ask('brief.create', { template: 'uk-submission', title: 'Tokyo' })
  await expect(desk.ask('brief.pages', { id })).rejects.toThrow(
    'The pages of “Tokyo” could not be printed: no ink. Nothing of it is lost; try again.',
  )
})
