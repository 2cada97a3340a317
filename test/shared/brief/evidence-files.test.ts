import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { evidenceJson, evidenceTable, evidenceTableHead } from '../../../shared/brief/evidence-files.ts'
import type { Evidence } from '../../../shared/model/records.ts'
import { briefWith, evidence, kato, resolution, source, treasuries } from './records.ts'

const body = '::quote{#kato-option}\n\n:figure[]{#us-treasuries} :event[]{#resolution}'

function composed(records: Evidence = evidence) {
  const template = { title: 'Note', numbered: false, annex: true }
  return composeBrief({ brief: briefWith(body), template, evidence: records, sources: [source] })
}

const listed = (records?: Evidence) => composed(records).annex?.evidence ?? []

test('the table has a line for each piece of evidence, which a spreadsheet reads back', () => {
  const csv = evidenceTable(listed())
  expect(csv.slice(1).startsWith(evidenceTableHead)).toBe(true)
  const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data
  expect(rows.map(({ number, kind, id }) => [number, kind, id])).toEqual([
    ['E1', 'quote', 'kato-option'],
    ['E2', 'figure', 'us-treasuries'],
    ['E3', 'event', 'resolution'],
  ])
  expect(rows[0]).toMatchObject({ 'words or value': kato.text, who: 'Katsunobu Kato' })
  expect(rows[1]).toMatchObject({ value: treasuries.value, unit: 'USD', source: source.title })
  expect(rows[2]).toMatchObject({ date: resolution.when, standing: 'expected', 'is about': resolution.title })
})

test('no cell is a formula, and a negative number stays one', () => {
  const hostile = { ...kato, text: '=HYPERLINK("http://example.org")', speaker: '@SUM(A1)' }
  const csv = evidenceTable(
    listed({ ...evidence, quotes: [hostile], figures: [{ ...treasuries, value: '-1.5' }] }),
  )
  expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`)
  expect(csv).toContain(`'@SUM(A1)`)
  expect(csv).toContain(',-1.5,')
})

test.each(['＝1+1', '＋1', '－1+1', '＠SUM(A1)'])('%s in East Asian signs is no formula either', text => {
  expect(evidenceTable(listed({ ...evidence, quotes: [{ ...kato, text }] }))).toContain(`,"'${text}",`)
})

test('the JSON has the evidence as it is kept, and no text of a source', () => {
  const document = composed()
  const told = JSON.parse(evidenceJson(document, listed()))
  expect(told.evidence[0]).toMatchObject({ ...kato, kind: 'quote', standing: 'opinion', source: 1 })
  expect(told.evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['quote', 'figure', 'event'])
  expect(told.sources[0]).toMatchObject({ number: 1, id: source.id, sha256: source.sha256 })
  expect(told.sources[0]).not.toHaveProperty('text')
})
