import type { Token } from 'marked'
import { formatEdtf } from '../dates/format-edtf.ts'
import { calloutName } from '../markdown/callouts.ts'
import { decimalMarkIn } from '../markdown/figure-columns.ts'
import { type MarkdownMemory, markdownMemory, noMemory } from '../markdown/markdown-memory.ts'
import { renderMarkdown } from '../markdown/render-markdown.ts'
import type { Brief } from '../model/records.ts'
import { type LiveReferences, liveReferences } from '../references/live-references.ts'
import {
  type EvidenceAndPeople,
  type LinkedBrief,
  type LinkedSource,
  referenceResolver,
} from '../references/resolve-reference.ts'
import { readTimeline, usesOfText } from '../timeline/timelines-in-text.ts'
import { type AnnexParts, composeAnnex } from './annex.ts'
import type { BriefDocument } from './brief-document.ts'
import { countDecisions } from './decision-blocks.ts'
import { renderDecision } from './decision-html.ts'
import { madeOnce } from './made-once.ts'
import type { NumberedSource } from './numbered-source.ts'
import { type KnownPictures, renderPicture } from './picture-html.ts'
import { renderReference } from './reference-html.ts'
import { renderSourceList } from './source-list-html.ts'
import type { Template } from './template.ts'
import { renderTimeline } from './timeline-html.ts'

/**
 * What a brief is made of. Sources may come without their texts; without briefs, references to briefs dangle. What the
 * annex says beside the records may come later, as in a window that waits for it.
 */
export type BriefParts = {
  brief: Brief
  /** A version that was issued before forms had them lacks `notes`, `contents`, `paper`, `hyphens` and `due`. */
  template: Pick<Template, 'title' | 'numbered' | 'annex'> &
    Partial<Pick<Template, 'notes' | 'contents' | 'paper' | 'hyphens' | 'due'>>
  evidence: EvidenceAndPeople
  sources: readonly LinkedSource[]
  briefs?: readonly LinkedBrief[]
  /** Pictures that nothing is said of are taken on trust. */
  pictures?: KnownPictures
  /** The version that it is issued as, on a calendar day. */
  issue?: { version: number; day: string }
  annex?: AnnexParts
}

/** Briefs are written in it (BCP 47). */
const language = 'en-GB'
const decimalMark = decimalMarkIn(language)

/** What is kept of a brief that is being written, so that after a key only what changed is read and drawn again. */
export type BriefMemory = {
  markdown: MarkdownMemory
  references: LiveReferences
  resolverOf: typeof referenceResolver
}

export function briefMemory(): BriefMemory {
  const resolverFrom = madeOnce(
    (evidence: EvidenceAndPeople, sources: readonly LinkedSource[], briefs: readonly LinkedBrief[]) =>
      referenceResolver({ evidence, sources, briefs }),
  )
  return {
    markdown: markdownMemory(),
    references: liveReferences(''),
    resolverOf: ({ evidence, sources, briefs = noBriefs }) => resolverFrom(evidence, sources, briefs),
  }
}

const noBriefs: readonly LinkedBrief[] = []

/** Puts the evidence into a brief. The same parts always give the same document, on screen and on paper, whatever is remembered. */
export function composeBrief(
  { brief, template, issue, annex, pictures = {}, ...records }: BriefParts,
  memory: BriefMemory | null = null,
): BriefDocument {
  const markdown = memory?.markdown ?? noMemory()
  const marks = blocksWithMarks(markdown, brief.body)
  const resolve = (memory?.resolverOf ?? referenceResolver)(records)
  // The day it bears; the one on which it is issued where it bears none.
  const judgedOn = brief.date ?? issue?.day ?? null
  const numbers = new Map<string, number>()
  const sources: NumberedSource[] = []
  const { events, people = [] } = records.evidence
  if (memory) memory.references = memory.references.become(brief.body)
  const mayHaveTimelines = marks.some(({ raw }) => raw.includes('::timeline'))
  const uses = usesOfText(brief.body, { events, people }, memory?.references.references, mayHaveTimelines)
  const linked = uses.flatMap(reference => resolve(reference) ?? [])
  for (const { source } of linked) {
    if (!source || numbers.has(source.id)) continue
    numbers.set(source.id, numbers.size + 1)
    sources.push({ number: numbers.size, source })
  }

  const paper = template.paper ?? 'a4'
  const shown = new Set<string>()
  let bodyListsSources = false
  let timelines = 0
  let decisionsLeft = countDecisions(marks)
  const drawn = renderMarkdown(
    brief.body,
    {
      numbered: template.numbered,
      decimalMark,
      calloutName: kind => calloutName(kind, language),
      renderReference: reference => {
        const linked = resolve(reference)
        const number = (linked?.source && numbers.get(linked.source.id)) ?? null
        return renderReference(reference, linked, number)
      },
      renderSources: () => {
        // The numbers link to one list; a second would repeat its ids.
        if (bodyListsSources) return ''
        bodyListsSources = true
        return renderSourceList(sources)
      },
      renderPicture: picture => {
        const { sha256 } = picture
        const known = sha256 === null ? null : pictures[sha256]
        if (sha256 !== null && known !== null) shown.add(sha256)
        return renderPicture(picture, known, paper)
      },
      renderDecision: directive => {
        decisionsLeft -= 1
        return renderDecision(directive, decisionsLeft === 0)
      },
      renderTimeline: directive => {
        timelines += 1
        return renderTimeline({
          directive,
          read: readTimeline(directive, { events, people, sources: records.sources }),
          day: judgedOn,
          numberOf: ({ anchor }) => (anchor && numbers.get(anchor.source)) ?? null,
          id: `timeline-${timelines}`,
        })
      },
    },
    markdown,
  )

  const composed = template.annex
    ? composeAnnex(linked, sources, annex ?? { contexts: {}, answered: [] })
    : null
  const hasAnnex = composed !== null

  return {
    title: brief.title,
    marking: brief.marking?.toLocaleUpperCase('en') ?? null,
    form: template.title,
    recipients: brief.recipients,
    date: brief.date && formatEdtf(brief.date),
    due: brief.dueOn && formatEdtf(brief.dueOn),
    reference: brief.reference,
    dueName: template.due ?? 'Due',
    issue: issue ? `v${issue.version}, ${formatEdtf(issue.day)}` : null,
    numbered: template.numbered,
    language,
    get body() {
      return drawn.html
    },
    blocks: drawn.blocks,
    pictures: [...shown],
    notes: drawn.notes,
    // Without an annex there is none to put them into.
    notesPlace: template.notes === 'annex' && !hasAnnex ? 'end' : (template.notes ?? 'foot'),
    headings: drawn.headings,
    hasContents: template.contents ?? false,
    paper,
    hyphens: template.hyphens ?? false,
    sources,
    bodyListsSources,
    annex: composed,
  }
}

/** The blocks of a text that directives may stand in; none of one that is nested too deeply, which is shown as it is written. */
function blocksWithMarks(memory: MarkdownMemory, text: string): readonly Token[] {
  try {
    return memory.read(text).withMarks
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
