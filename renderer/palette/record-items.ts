// The records that the palette finds by their names, and how each is opened.

import type { LibraryLists, SourceSummary } from '../../shared/answers.ts'
import type { Brief, Collection, Person } from '../../shared/model/records.ts'
import { focusWork, focusWorkIfLost } from '../app/focus-work.ts'
import { openBeside } from '../beside/beside-actions.ts'
import { showInSource } from '../evidence/evidence-actions.ts'
import { dateOf, detailOf, headOf, searchTextOf } from '../evidence/evidence-words.ts'
import { showPerson } from '../people/person-actions.ts'
import { goTo } from '../places/go-to.ts'
import type { Place } from '../places/trail.ts'
import { lists } from '../state/desk.ts'
import { type EvidenceItem, evidenceItemOf, evidenceOf } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import type { PaletteItem, PaletteProvider } from './palette-item.ts'

const joined = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

const briefs: PaletteProvider = () => lists.value.briefs.map(briefItem)
const sources: PaletteProvider = () => lists.value.sources.map(sourceItem)

/** The sources, for something else than opening them in their room. */
export function sourcesTo(run: (id: string) => void): PaletteProvider {
  return () => lists.value.sources.map(source => ({ ...sourceItem(source), run: () => run(source.id) }))
}

/** What has a tab or a page of its own, for something else than opening it in its room. */
export function placesTo(run: (place: Place) => void): PaletteProvider[] {
  const at = (item: PaletteItem, room: Place['room'], open: string): PaletteItem => ({
    ...item,
    run: () => run({ room, open }),
  })
  return [
    () => lists.value.briefs.map(brief => at(briefItem(brief), 'briefs', brief.id)),
    () => lists.value.sources.map(source => at(sourceItem(source), 'sources', source.id)),
    () => lists.value.people.map(person => at(personItem(person), 'people', person.id)),
  ]
}

const evidence: PaletteProvider = () => evidenceOf(lists.value).map(evidenceItem)
const people: PaletteProvider = () => lists.value.people.map(personItem)

export const recordProviders: readonly PaletteProvider[] = [briefs, sources, people, evidence]

/** A record of any kind, as lists know it. */
export type ListedRecord = {
  [C in Collection]: { collection: C; record: LibraryLists[C][number] }
}[Collection]

export function itemOf(listed: ListedRecord): PaletteItem {
  if (listed.collection === 'briefs') return briefItem(listed.record)
  if (listed.collection === 'sources') return sourceItem(listed.record)
  if (listed.collection === 'people') return personItem(listed.record)
  return evidenceItem(evidenceItemOf(listed))
}

function briefItem({ id, title, date }: Pick<Brief, 'id' | 'title' | 'date'>): PaletteItem {
  return {
    id: `briefs ${id}`,
    icon: 'briefs',
    kind: strings.kinds.brief,
    label: title,
    detail: date ? dateInWords(date) : '',
    more: id,
    keys: '',
    run: () => goTo({ room: 'briefs', open: id }, focusWork),
  }
}

function sourceItem({ id, title, publisher, publishedOn }: SourceSummary): PaletteItem {
  const detail = joined(publisher, publishedOn && dateInWords(publishedOn))
  return {
    id: `sources ${id}`,
    icon: 'source',
    kind: strings.kinds.source,
    label: title,
    detail,
    more: `${detail} ${id}`,
    keys: '',
    run: () => goTo({ room: 'sources', open: id }, focusWork),
    runBeside: () => openBeside(id),
  }
}

function evidenceItem(item: EvidenceItem): PaletteItem {
  const { id, anchor } = item.record
  return {
    id: `evidence ${id}`,
    icon: item.kind,
    kind: strings.kinds[item.kind],
    label: headOf(item),
    detail: joined(detailOf(item), dateOf(item)),
    more: searchTextOf(item),
    keys: '',
    run: () => (anchor ? void showInSource(id) : goTo({ room: 'evidence', open: id })),
    ...(anchor && { runBeside: () => openBeside(anchor.source, id) }),
  }
}

function personItem({ id, name, aliases, role, organisation }: Person): PaletteItem {
  return {
    id: `people ${id}`,
    icon: 'person',
    kind: strings.kinds.person,
    label: name,
    detail: joined(role, organisation),
    more: [...aliases, role, organisation, id].join(' '),
    keys: '',
    run: () => {
      showPerson(id)
      focusWorkIfLost()
    },
  }
}
