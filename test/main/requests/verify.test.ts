import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { finishAsOurs } from '../own-pdf.ts'
import { openDesk } from './desk.ts'

const sample = resolve('resources/sample/japan-treasuries.md')

/** A desk with the sample article, the evidence that is found in it and the brief that is drafted from it. */
async function openSample(template = 'market-morning-note') {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const pages = { count: 1 }
  const desk = await openDesk({
    dialogs: { chooseSources: async () => [sample], chooseExport: async () => pdf },
    finishPdf: finishAsOurs,
    printer: {
      print: async () =>
        new TextEncoder().encode(
          `%PDF-1.4 ${'\n1 0 obj\n<</Type /Page\n>> '.repeat(pages.count)}<</Type /Pages>>`,
        ),
    },
  })
  const { sources } = await desk.ask('source.import', { fields: { publishedOn: '2025-05-03' } })
  const source = sources[0]?.id ?? ''
  const made = await desk.ask('evidence.make', { source })
  const idsOf = (records: { id: string }[]) => records.map(({ id }) => id)
  const evidence = {
    quotes: idsOf(made.quotes),
    figures: idsOf(made.figures),
    events: idsOf(made.events),
  }
  const brief = await desk.ask('brief.create', {
    template,
    title: 'Holdings',
    from: source,
    date: '2025-05-03',
  })
  return { ...desk, source, evidence, brief, pages }
}

describe('verifying a brief', () => {
  test.each(['market-morning-note', 'uk-submission'])(
    'nothing false is found in the sample as a %s',
    async name => {
      const { ask, brief } = await openSample(name)
      expect(await ask('brief.verify', { id: brief.id })).toEqual({ findings: [] })
    },
  )

  test('every altered word of a quote in the sample is found', async () => {
    const { ask, brief, evidence, library } = await openSample()
    for (const id of evidence.quotes) {
      const { text } = await library.get('quotes', id)
      for (const word of new Set(text.match(/\p{L}{3,}/gu))) {
        const label = text.replace(word, 'altered').replace(/\s+/g, ' ')
        const fields = { body: `:quote[“${label}”]{#${id}}` }
        const { findings } = await ask('brief.verify', { id: brief.id, fields })
        expect(
          findings.map(({ rule }) => rule),
          label,
        ).toContain('quote-altered')
      }
    }
  })

  test('a record that is corrected drifts from its labels, and what is typed is verified before it is saved', async () => {
    const { ask, brief, evidence } = await openSample()
    const [id = ''] = evidence.figures
    const fields = { body: `It holds :figure[$1.13 trillion]{#${id}}.` }
    expect(await ask('brief.verify', { id: brief.id, fields })).toEqual({ findings: [] })
    await ask('figure.set', { id, fields: { value: '1140000000000' } })
    expect((await ask('brief.verify', { id: brief.id, fields })).findings).toMatchObject([
      {
        rule: 'figure-drifted',
        evidence: id,
        message: expect.stringMatching(/says \$1.13 trillion; the figure .* is \$1.14 trillion/),
        fix: { words: 'Change to $1.14 trillion' },
      },
    ])
  })

  test('dates are judged on the day that is asked for, else on the brief’s, else on today', async () => {
    const { ask, brief } = await openSample()
    const rules = async (date?: string) =>
      (await ask('brief.verify', { id: brief.id, ...(date && { date }) })).findings.map(({ rule }) => rule)
    expect(await rules()).toEqual([])
    expect(await rules('2025-06-30')).toEqual(['event-overdue'])
    expect(await rules('2025-07-01')).toEqual(['event-overdue', 'event-overdue'])
    await ask('brief.set', { id: brief.id, fields: { date: '2025-07-01' } })
    expect(await rules()).toHaveLength(2)
    // The clock of the desk stands in May 2025.
    await ask('brief.set', { id: brief.id, fields: { date: null } })
    expect(await rules()).toEqual([])
  })

  test('the figures of the whole library are known', async () => {
    const { ask, brief, evidence } = await openSample()
    const [id = ''] = evidence.figures
    await ask('figure.set', { id, fields: { asOf: '2025-04' } })
    const { measures } = (await ask('library.list', {})).figures[0] ?? { measures: '' }
    await ask('figure.create', {
      place: null,
      fields: { measures, value: '1270000000000', unit: 'USD', scale: 'trillion', asOf: '2025-04-30' },
    })
    const { findings } = await ask('brief.verify', { id: brief.id })
    expect(findings).toMatchObject([{ rule: 'figures-conflict', evidence: id }])
  })

  test('an export counts the pages it printed', async () => {
    const { ask, brief, pages } = await openSample()
    pages.count = 2
    expect((await ask('brief.export', { id: brief.id }))?.findings).toMatchObject([
      { rule: 'brief-too-long' },
    ])
    pages.count = 1
    expect((await ask('brief.export', { id: brief.id }))?.findings).toEqual([])
  })
})

test('a rule is explained, and one that is none is refused with the names of those there are', async () => {
  const { ask } = await openDesk()
  expect(await ask('rule.explain', { rule: 'quote-altered' })).toMatchObject({
    severity: 'error',
    examples: { wrong: expect.stringContaining('may exist') },
  })
  await expect(ask('rule.explain', { rule: 'haiku' })).rejects.toThrow(/the rules are quote-altered/)
})

describe('an answer to a finding', () => {
  const body = 'They hold 12% of them.\n\nAnd 13% of these.'

  test('is kept with the brief, and the finding stands answered wherever its words go', async () => {
    const { ask, brief } = await openSample()
    await ask('brief.set', { id: brief.id, fields: { body } })
    const before = await ask('brief.verify', { id: brief.id })
    expect(before.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['number-unsourced', 1],
      ['number-unsourced', 3],
    ])
    const reason = 'The minister said so on the telephone.'
    await ask('finding.answer', { id: brief.id, rule: 'number-unsourced', line: 1, reason })
    await ask('brief.set', { id: brief.id, fields: { body: `First of all.\n\n${body}` } })
    const { findings } = await ask('brief.verify', { id: brief.id })
    expect(findings.map(({ line, answer }) => [line, answer])).toEqual([
      [3, reason],
      [5, undefined],
    ])
  })

  test('takes the place of an earlier one to the same finding', async () => {
    const { ask, brief } = await openSample()
    await ask('brief.set', { id: brief.id, fields: { body } })
    for (const reason of ['First.', 'Second.'])
      await ask('finding.answer', { id: brief.id, rule: 'number-unsourced', line: 1, reason })
    const found = await ask('record.get', { id: brief.id })
    expect(found.record).toMatchObject({ answers: [{ words: '12%', reason: 'Second.' }] })
  })

  test('is known by its words too, wherever they stand, and is withdrawn without a reason', async () => {
    const { ask, brief } = await openSample()
    await ask('brief.set', { id: brief.id, fields: { body: `${body} Again 12%, and 12%.` } })
    const finding = { id: brief.id, rule: 'number-unsourced', words: '12%', evidence: null }
    const answered = await ask('finding.answer', { ...finding, reason: 'So he said.' })
    expect(answered.answers).toMatchObject([{ words: '12%', reason: 'So he said.' }])
    const { findings } = await ask('brief.verify', { id: brief.id })
    expect(findings.map(({ answer }) => answer)).toEqual([
      'So he said.',
      undefined,
      'So he said.',
      'So he said.',
    ])
    await expect(ask('finding.answer', { ...finding, words: '14%', reason: 'So.' })).rejects.toThrow(
      /no number-unsourced on those words in “Holdings”/,
    )
    expect((await ask('finding.answer', { ...finding, reason: null })).answers).toEqual([])
  })

  test('to what only a print finds needs no other print', async () => {
    const { ask, brief } = await openSample()
    const table = '| A | B |\n|---|---|\n| c | d |'
    await ask('brief.set', { id: brief.id, fields: { body: `${table}\n\nText.\n\n${table}\n` } })
    const wide = { id: brief.id, rule: 'table-too-wide', line: 7, reason: 'It is read on screen.' }
    const { answers } = await ask('finding.answer', wide)
    expect(answers).toMatchObject([{ rule: 'table-too-wide', words: table.replaceAll('\n', ' ') }])
    await ask('finding.answer', { ...wide, rule: 'notes-moved', line: 1 })
    await expect(ask('finding.answer', { ...wide, line: 5 })).rejects.toThrow('there are no findings')
  })

  test('to what the checks do not find is refused, and says what they do find', async () => {
    const { ask, brief } = await openSample()
    await ask('brief.set', { id: brief.id, fields: { body } })
    const answer = { id: brief.id, rule: 'quote-altered', line: 1, reason: 'So.' }
    await expect(ask('finding.answer', answer)).rejects.toThrow(
      /no quote-altered on line 1.*number-unsourced on line 1/,
    )
  })
})
