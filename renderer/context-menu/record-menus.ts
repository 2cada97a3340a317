// What the menu of a thing offers: the commands there are for it, and none that cannot act.
import type { BriefSummary, SourceSummary } from '../../shared/answers.ts'
import { mostAtOnce } from '../../shared/model/limits.ts'
import { focusTitle, focusWork } from '../app/focus-work.ts'
import { openBeside } from '../beside/beside-actions.ts'
import { canInsert, insertIntoBrief } from '../beside/insert-into-brief.ts'
import { copyReferences, deleteSeveral, toChange } from '../board/board-actions.ts'
import { deleteBrief, duplicateBrief } from '../briefs/brief-actions.ts'
import type { Linkable } from '../editor/insertion.ts'
import { deleteEvidence, openEvidence, showInSource } from '../evidence/evidence-actions.ts'
import { nameOf } from '../evidence/evidence-words.ts'
import { showHistory } from '../history/history-actions.ts'
import { showPerson } from '../people/person-actions.ts'
import { goTo } from '../places/go-to.ts'
import type { Place } from '../places/trail.ts'
import { searchLike } from '../search/search-actions.ts'
import { deleteSource } from '../sources/source-actions.ts'
import { evidenceForm, isReadOnly, lists, openBrief, openSource, room } from '../state/desk.ts'
import { type EvidenceItem, findEvidence } from '../state/lists.ts'
import { isInTab, openInTab } from '../tabs/tab-actions.ts'
import { strings } from '../ui/strings.ts'
import { itemIf, type MenuItem, type OpenMenu } from './menu-state.ts'

type Menu = Pick<OpenMenu, 'label' | 'groups'>

const texts = strings.contextMenu

export function menuOfBrief(brief: BriefSummary): Menu {
  const { id, title } = brief
  const canWrite = !isReadOnly.value
  return {
    label: texts.label(title),
    groups: [
      openingBrief(id),
      linking([{ kind: 'brief', record: brief }], openBrief.value?.id !== id),
      [
        ...itemIf(canWrite, strings.briefs.rename, () => goToBrief(id, () => void focusTitle())),
        ...itemIf(canWrite, strings.briefs.duplicate, () => duplicateBrief(id)),
        versions(id),
      ],
      deleting(() => deleteBrief(brief)),
    ],
  }
}

export function menuOfSource(source: SourceSummary): Menu {
  const { id, title } = source
  return {
    label: texts.label(title),
    groups: [
      openingSource(id),
      linking([{ kind: 'source', record: source }]),
      [{ label: strings.search.moreLikeThis, run: () => searchLike(id) }, versions(id)],
      deleting(() => deleteSource(source)),
    ],
  }
}

/** `first` stands before everything else. */
export function menuOfEvidence(item: EvidenceItem, first: readonly MenuItem[] = []): Menu {
  return {
    label: texts.label(nameOf(item)),
    groups: [
      first,
      openingEvidence(item),
      linking([item]),
      [versions(item.record.id)],
      deleting(() => deleteEvidence(item)),
    ],
  }
}

/** Of what a reference in a text links: it is opened, and neither changed nor deleted from there. Null where nothing is linked. */
export function menuOfLinked(id: string): Menu | null {
  const of = <T extends { id: string }>(records: readonly T[]) => records.find(record => record.id === id)
  const { briefs, sources, people } = lists.value
  const menu = (name: string, opening: readonly MenuItem[], record: Linkable): Menu => ({
    label: texts.label(name),
    groups: [opening, copying([record]), [versions(id)]],
  })
  const evidence = findEvidence(lists.value, id)
  if (evidence) return menu(nameOf(evidence), openingEvidence(evidence), evidence)
  const source = of(sources)
  if (source) return menu(source.title, openingSource(id), { kind: 'source', record: source })
  const brief = of(briefs)
  if (brief) return menu(brief.title, openingBrief(id), { kind: 'brief', record: brief })
  const person = of(people)
  const opening = [{ label: texts.open, run: () => showPerson(id) }]
  return person ? menu(person.name, opening, { kind: 'person', record: person }) : null
}

/** What is done with several pieces as one. */
export function menuOfSelection(items: readonly EvidenceItem[]): Menu {
  const [first] = items
  if (first && items.length === 1) return menuOfEvidence(first)
  return {
    label: texts.ofSelection(items.length),
    groups: [
      itemIf(!isReadOnly.value && items.length <= mostAtOnce, strings.board.change, () => {
        toChange.value = items
      }),
      linking(items),
      deleting(() => deleteSeveral(items)),
    ],
  }
}

function openingBrief(id: string): MenuItem[] {
  const isHere = room.value === 'briefs' && openBrief.value?.id === id
  return [
    ...itemIf(!isHere, texts.open, () => goToBrief(id, focusWork)),
    ...inTab({ room: 'briefs', open: id }),
  ]
}

function goToBrief(id: string, then: () => void): void {
  goTo({ room: 'briefs', open: id }, then)
}

function openingSource(id: string): MenuItem[] {
  const isHere = room.value === 'sources' && openSource.value?.id === id
  return [
    ...itemIf(!isHere, texts.open, () => goTo({ room: 'sources', open: id }, focusWork)),
    ...inTab({ room: 'sources', open: id }),
    ...besideBrief(id),
  ]
}

/** Nothing for what is in a tab of its own already. */
function inTab(place: Place): MenuItem[] {
  return itemIf(!isInTab(place), strings.tabs.openInTab, () => openInTab(place))
}

function openingEvidence({ record: { id, anchor } }: EvidenceItem): MenuItem[] {
  const isInSight = room.value === 'sources' && openSource.value?.id === anchor?.source
  return [
    ...itemIf(evidenceForm.value?.id !== id, texts.open, () => openEvidence(id)),
    ...itemIf(anchor !== null && !isInSight, strings.evidence.showInSource, () => showInSource(id)),
    ...(anchor ? besideBrief(anchor.source, id) : []),
  ]
}

function besideBrief(source: string, evidence: string | null = null): MenuItem[] {
  return itemIf(openBrief.value !== null, strings.beside.openBeside, () => openBeside(source, evidence))
}

function linking(items: readonly Linkable[], isForBrief = true): MenuItem[] {
  const insert = () => insertIntoBrief(items)
  return [...itemIf(isForBrief && canInsert(), strings.beside.insert, insert), ...copying(items)]
}

function copying(items: readonly Linkable[]): MenuItem[] {
  const label = items.length === 1 ? texts.copyReference : strings.board.copy
  return [{ label, run: () => copyReferences(items) }]
}

function versions(id: string): MenuItem {
  return { label: texts.versions, run: () => showHistory(id) }
}

function deleting(run: () => unknown): MenuItem[] {
  return isReadOnly.value ? [] : [{ label: strings.actions.delete, run, isBad: true }]
}
