import { expect, test } from 'vitest'
import { printBrief } from '../../../main/requests/print-brief.ts'
import type { Finding } from '../../../shared/verify/finding.ts'
import { briefWith, evidence, source } from '../../shared/brief/records.ts'
import { pdfOf } from './issue-desk.ts'

const template = {
  name: 'note',
  title: 'Note',
  description: 'A note.',
  marking: null,
  paragraphMarks: {},
  numbered: false,
  pages: 1,
  annex: true,
  notes: 'foot' as const,
  contents: false,
  paper: 'a4' as const,
  hyphens: false,
  due: 'Due',
  limits: { bottomLine: null },
  checks: {},
  places: { quotes: 'Argument', figures: 'Background', events: 'Timing' },
  body: '',
}

const tooLong: Finding = {
  rule: 'brief-too-long',
  severity: 'warning',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  message: 'It has 2 pages.',
  evidence: null,
}

function print(answer?: string) {
  const printed: string[] = []
  const frozen = {
    brief: briefWith('Japan holds :figure[]{#us-treasuries}.'),
    template,
    evidence: { ...evidence, people: [] },
    sources: [source],
  }
  const printer = {
    print: async (brief: { html: string }) => {
      printed.push(brief.html)
      return pdfOf(brief, 2)
    },
  }
  const check = (printed: unknown) =>
    printed === null ? [] : [{ ...tooLong, ...(answer !== undefined && { answer }) }]
  return printBrief({ printer, finishPdf: async pdf => pdf }, frozen, { briefs: [], behind: [] }, check).then(
    result => ({
      ...result,
      printed,
    }),
  )
}

test('a brief is printed once, and its findings know its pages', async () => {
  const { printed, pages, findings } = await print()
  expect(printed).toHaveLength(1)
  expect(pages).toBe(2)
  expect(findings).toEqual([tooLong])
})

test('why a brief may be too long stands in its annex, though that is known only once it is printed', async () => {
  const { printed, pdf } = await print('The minister asked for it all.')
  expect(printed[0]).not.toContain('The minister asked for it all.')
  expect(new TextDecoder().decode(pdf)).toContain('The minister asked for it all.')
})
