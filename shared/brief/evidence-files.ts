// The evidence of a brief for other programs: a table for a spreadsheet, and JSON that has everything.
import Papa from 'papaparse'
import { recordForm } from '../references/record-form.ts'
import type { LinkedSource } from '../references/resolve-reference.ts'
import type { AnnexEvidence } from './annex.ts'
import type { BriefDocument } from './brief-document.ts'
import { maker } from './maker.ts'

const columns = [
  'number',
  'kind',
  'id',
  'words or value',
  'value',
  'to',
  'unit',
  'is about',
  'who',
  'role',
  'organisation',
  'date',
  'standing',
  'place',
  'source',
  'publisher',
  'published',
  'address',
  'captured',
  'sha256 of source',
  'sha256 of table',
] as const

type Row = Partial<Record<(typeof columns)[number], string | null>>

/** The first line of such a table, by which our own is known again. */
export const evidenceTableHead = columns.join(',')

/**
 * The evidence that an annex lists as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets guess: dates
 * are EDTF, values decimal. The last column is left to whoever writes the file. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function evidenceTable(evidence: readonly AnnexEvidence[]): string {
  const rows = evidence.map(rowOf).map(row => columns.map(column => row[column] ?? ''))
  const csv = Papa.unparse(
    { fields: [...columns], data: rows },
    { newline: '\r\n', escapeFormulae: mayBeFormula },
  )
  // A table of no lines comes with an end of its first one.
  return `\uFEFF${csv.replace(/\r\n$/, '')}\r\n`
}

/** A number may begin with a minus and is none; East Asian forms of the signs are read as signs (OWASP, CSV injection). */
const mayBeFormula = /^(?![-+]?\d[\d.,]*$)[=+\-@＝＋－＠\t\r].*$/s

function rowOf({ number, evidence, source }: AnnexEvidence): Row {
  const from = source?.source ?? null
  const shared: Row = {
    number: `E${number}`,
    kind: evidence.kind,
    id: evidence.record.id,
    'words or value': recordForm(evidence),
    source: from?.title ?? null,
    publisher: from?.publisher ?? null,
    published: from?.publishedOn ?? null,
    address: from?.url ?? null,
    captured: from?.capturedAt.slice(0, 10) ?? null,
    'sha256 of source': from?.sha256 ?? null,
  }
  switch (evidence.kind) {
    case 'quote': {
      const { text, speaker, role, organisation, saidOn, kind } = evidence.record
      return {
        ...shared,
        'words or value': text,
        who: speaker,
        role,
        organisation,
        date: saidOn,
        standing: kind,
      }
    }
    case 'figure': {
      const { value, upper, unit, measures, asOf } = evidence.record
      return { ...shared, value, to: upper, unit, 'is about': measures, date: asOf }
    }
    case 'event': {
      const { title, participants, when, status, place } = evidence.record
      return {
        ...shared,
        'is about': title,
        who: participants.join('; '),
        date: when,
        standing: status,
        place,
      }
    }
  }
}

/**
 * Everything that a brief is based on as JSON: its particulars, the evidence as it is kept, and sources without their texts. `kind` is
 * quote, figure or event; what kind of a quote it is, is its `standing`, as in the table.
 */
export function evidenceJson(document: BriefDocument, evidence: readonly AnnexEvidence[]): string {
  const { title, form, marking, recipients, date, due, reference, issue, sources, language } = document
  const told = {
    generator: maker,
    brief: { title, form, marking, recipients, date, due, reference, issue, language },
    evidence: evidence.map(({ number, evidence: { kind, record }, source, context }) => ({
      number: `E${number}`,
      ...record,
      ...('kind' in record && { standing: record.kind }),
      kind,
      source: source?.number ?? null,
      context,
    })),
    sources: sources.map(({ number, source }) => ({ number, ...withoutText(source) })),
  }
  return `${JSON.stringify(told, null, 2)}\n`
}

function withoutText({ text: _, pages: __, ...source }: LinkedSource): Omit<LinkedSource, 'text' | 'pages'> {
  return source
}
