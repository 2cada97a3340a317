// The list that `@` and `[[` open over everything a brief can link.

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { LibraryLists } from '../../shared/answers.ts'
import { dateOf, detailOf, headOf, searchTextOf } from '../evidence/evidence-words.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'
import { evidenceOf } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { type Linkable, linkQuery, referenceTo } from './insertion.ts'

const mostShown = 50

/** `lists` is asked anew each time the picker opens; it offers no link to the brief that is written. */
export function evidencePicker(brief: string, lists: () => LibraryLists): CompletionSource {
  return context => completionsAt(context, brief, lists())
}

/** The one list of choices that opens while a person types, whichever source has them. */
export function choices(...sources: CompletionSource[]): Extension {
  return autocompletion({
    override: sources,
    activateOnTypingDelay: 0,
    // Enter must take the choice at once; a fast typist is not waiting to see the list.
    interactionDelay: 0,
    icons: false,
    maxRenderedOptions: mostShown,
    optionClass: completion => `picker-option picker-${completion.type ?? ''}`,
    addToOptions: [{ position: 20, render: completion => kindSign(completion.type ?? '') }],
  })
}

/** The most that fit the query, best first: text and detail as they are shown. */
function linkablesFor(query: string, brief: string, lists: LibraryLists): Linkable[] {
  const sources: Linkable[] = lists.sources.map(record => ({ kind: 'source', record }))
  const people: Linkable[] = lists.people.map(record => ({ kind: 'person', record }))
  const briefs: Linkable[] = lists.briefs
    .filter(({ id }) => id !== brief)
    .map(record => ({ kind: 'brief', record }))
  const all = [...evidenceOf(lists), ...sources, ...people, ...briefs]
  return fuzzyFilter(query, all, linkableText).slice(0, mostShown)
}

function linkableText(item: Linkable): string {
  if (item.kind === 'person') {
    const { name, aliases, role, organisation, id } = item.record
    return [name, ...aliases, role ?? '', organisation ?? '', id].join(' ')
  }
  if (item.kind === 'brief') return [item.record.title, ...item.record.tags, item.record.id].join(' ')
  if (item.kind !== 'source') return searchTextOf(item)
  return [item.record.title, item.record.publisher ?? '', item.record.id].join(' ')
}

function completionsAt(
  context: CompletionContext,
  brief: string,
  lists: LibraryLists,
): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos)
  const typed = linkQuery(line.text.slice(0, context.pos - line.from))
  if (!typed) return null
  const from = line.from + typed.from
  const linkables = linkablesFor(typed.query, brief, lists)
  if (linkables.length === 0 && typed.query !== '') return null
  const options = linkables.map(item => completionOf(item))
  return { from, options: options.length > 0 ? options : [nothingToLink], filter: false }
}

const nothingToLink: Completion = {
  label: strings.editor.noEvidence,
  detail: strings.editor.noEvidenceDetail,
  type: 'none',
  apply: () => {},
}

function completionOf(item: Linkable): Completion {
  const { head, detail } = wordsOf(item)
  return {
    label: head.length > 120 ? `${head.slice(0, 119)}…` : head,
    detail: detail.filter(Boolean).join(' · '),
    type: item.kind,
    apply: (view, completion, from, to) => insert(view, completion, item, from, to),
  }
}

function wordsOf(item: Linkable): { head: string; detail: (string | null)[] } {
  if (item.kind === 'source') {
    const { title, publisher, publishedOn } = item.record
    return { head: title, detail: [publisher, publishedOn && dateInWords(publishedOn)] }
  }
  if (item.kind === 'person') {
    const { name, role, organisation } = item.record
    return { head: name, detail: [role, organisation] }
  }
  if (item.kind === 'brief') {
    const { title, date } = item.record
    return { head: title, detail: [date && dateInWords(date)] }
  }
  return { head: headOf(item), detail: [detailOf(item), dateOf(item)] }
}

function insert(view: EditorView, completion: Completion, item: Linkable, from: number, to: number): void {
  const line = view.state.doc.lineAt(from)
  const isAlone =
    line.text.slice(0, from - line.from).trim() === '' && line.text.slice(to - line.from).trim() === ''
  const text = referenceTo(item, isAlone)
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

function kindSign(type: string): Node {
  const sign = document.createElement('span')
  sign.className = 'picker-kind'
  sign.textContent = type in strings.kinds ? strings.kinds[type as keyof typeof strings.kinds] : ''
  return sign
}
