// Pieces of evidence for tests of the board.
import { type BoardPiece, pieceOf, type Surroundings } from '../../../renderer/board/board-piece.ts'
import type { EvidenceItem } from '../../../renderer/state/lists.ts'
import { type Day, dayFrom } from '../../../shared/dates/edtf-days.ts'
import type { Event, Figure, Quote } from '../../../shared/model/records.ts'

const at = '2025-05-03T10:00:00.000Z'
const common = { schema: 5, createdAt: at, updatedAt: at, marking: null, anchor: null } as const

export function aQuote(id: string, fields: Partial<Quote> = {}): EvidenceItem {
  const who = { speaker: 'Kato', role: null, organisation: null, person: null, cue: null, saidOn: null }
  const words = { text: 'Words', kind: 'opinion', language: null, translation: null } as const
  return { kind: 'quote', record: { ...common, id, tags: [], ...who, ...words, ...fields } }
}

export function aFigure(id: string, fields: Partial<Figure> = {}): EvidenceItem {
  const value = { measures: 'Holdings', value: '1', upper: null, unit: 'USD', qualifier: null, scale: null }
  const time = { asOf: null, shelfLife: null, series: null }
  return { kind: 'figure', record: { ...common, id, tags: [], ...value, ...time, ...fields } }
}

export function anEvent(id: string, fields: Partial<Event> = {}): EvidenceItem {
  const what = { title: 'Talks', when: '2025', status: 'expected', participants: [], place: null } as const
  return {
    kind: 'event',
    record: { ...common, id, tags: [], ...what, participants: [], decision: null, ...fields },
  }
}

export function aPiece(item: EvidenceItem, around: Partial<Surroundings> = {}): BoardPiece {
  const nothing = { sources: new Map(), people: new Map(), uses: {}, lost: new Set<string>() }
  return pieceOf(item, { ...nothing, today: dayFrom('2025-05-03') as Day, ...around })
}
