// A brief with a quote, a figure and a person behind it, as its PDF carries it.
import { carryBrief } from '../../../main/carried/carry-brief.ts'
import type { FrozenBrief } from '../../../shared/issue/frozen-brief.ts'
import type { Person } from '../../../shared/model/records.ts'
import { briefWith, evidence, kato, source } from '../../shared/brief/records.ts'

export const speaker: Person = {
  schema: 5,
  id: 'katsunobu-kato',
  createdAt: '2025-05-03T09:00:00.000Z',
  updatedAt: '2025-05-03T09:00:00.000Z',
  tags: [],
  name: 'Katsunobu Kato',
  aliases: ['Kato'],
  kind: 'person',
  role: 'Finance Minister',
  organisation: 'Japan',
}

export const body = 'Kato: :quote[]{#kato-option}\r\n\r\nJapan holds :figure[]{#us-treasuries}. <!-- ✓ -->\n'

export const frozen: FrozenBrief = {
  brief: {
    ...briefWith(body),
    issues: [{ version: 1, at: '2025-05-03T09:00:00.000Z', manifest: 'ab'.repeat(32) }],
  },
  template: {
    name: 'uk-submission',
    title: 'UK submission',
    description: 'A note.',
    marking: null,
    paragraphMarks: {},
    numbered: false,
    pages: 1,
    annex: true,
    notes: 'foot',
    contents: false,
    paper: 'a4',
    hyphens: false,
    due: 'Due',
    limits: { bottomLine: null },
    checks: {},
    places: { quotes: 'Argument', figures: 'Background', events: 'Timing' },
    body: '',
  },
  evidence: {
    quotes: [{ ...kato, person: speaker.id }],
    figures: evidence.figures.filter(({ id }) => id === 'us-treasuries'),
    events: [],
    people: [],
  },
  sources: [{ ...source, attachment: { sha256: 'cd'.repeat(32), name: 'somebody-japan.md', bytes: 9 } }],
}

export const files = () =>
  carryBrief(frozen, { briefs: [], behind: [{ collection: 'people', record: speaker }] })

/** The same by name, as a reader has them. */
export const byName = () => new Map(files().map(({ name, bytes }) => [name, bytes]))
