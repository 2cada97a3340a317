import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { type ReadingBlock, type ReadingRun, readingBlocks } from '../../shared/markdown/reading-blocks.ts'
import type { Source } from '../../shared/model/records.ts'
import { detailOf, headOf } from '../evidence/evidence-words.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import { anchoredEvidence, evidenceByBlock, type Segment, segmentsOf } from './highlights.ts'

/** The set text of a source, with its evidence marked. Every element with words says where they start. */
export function ReadingText(props: {
  source: Source
  evidence: readonly EvidenceItem[]
  openId: string | null
}) {
  const { source, evidence, openId } = props
  const blocks = useMemo(() => readingBlocks(source.text, source.kind), [source.text, source.kind])
  const covering = evidenceByBlock(blocks, anchoredEvidence(evidence, source.text))
  const at = new Map(blocks.map((block, index) => [block, index]))
  // Only the first words of a piece of evidence take the focus; the rest of them would be stops without use.
  const reached = new Set<string>()
  const isFirst = (id: string) => {
    if (reached.has(id)) return false
    reached.add(id)
    return true
  }
  let pagesSeen = 0
  const pagesBegunIn = (group: readonly ReadingBlock[]) => {
    const end = group.at(-1)?.runs.at(-1)?.end ?? 0
    const from = pagesSeen
    while ((source.pages[pagesSeen]?.start ?? Number.POSITIVE_INFINITY) < end) pagesSeen++
    return source.pages.slice(from, pagesSeen).map(({ label }) => label)
  }
  return (
    <>
      {groupItems(blocks).map(group => {
        const pages = pagesBegunIn(group)
        const inside = group.map(block => (
          <Block
            key={blockKey(block)}
            block={block}
            evidence={covering[at.get(block) ?? -1] ?? []}
            openId={openId}
            isFirst={isFirst}
          />
        ))
        const set = setTogether(group[0], inside)
        if (pages.length === 0) return set
        return (
          <div key={`pages ${pages[0]}`} class="page-begins">
            <span class="page-label">{strings.sources.page(pages)}</span>
            {set}
          </div>
        )
      })}
    </>
  )
}

function Block(props: {
  block: ReadingBlock
  evidence: readonly EvidenceItem[]
  openId: string | null
  isFirst: (id: string) => boolean
}) {
  const { tag: Tag, runs, cells, isHead } = props.block
  const set = (shown: readonly ReadingRun[]) =>
    shown.map(run =>
      styled(
        run,
        segmentsOf(run, props.evidence).map(segment => (
          <Words key={segment.start} segment={segment} openId={props.openId} isFirst={props.isFirst} />
        )),
      ),
    )
  if (!cells) return <Tag>{set(runs)}</Tag>
  let at = 0
  return (
    <tr>
      {cells.map((count, column) => {
        const inside = set(runs.slice(at, at + count))
        at += count
        return isHead ? <th key={column}>{inside}</th> : <td key={column}>{inside}</td>
      })}
    </tr>
  )
}

function styled(run: ReadingRun, words: ComponentChildren) {
  let set = <span key={run.start}>{words}</span>
  if (run.code) set = <code key={run.start}>{set}</code>
  if (run.emphasis) set = <em key={run.start}>{set}</em>
  if (run.strong) set = <strong key={run.start}>{set}</strong>
  return set
}

function Words(props: { segment: Segment; openId: string | null; isFirst: (id: string) => boolean }) {
  const { start, text, covering } = props.segment
  let words = <span data-start={start}>{text}</span>
  for (const item of covering.toReversed()) {
    const { id } = item.record
    const head = headOf(item)
    // What is seen is in the name, so that it can be chosen by saying it.
    const seen = head.includes(text.trim()) ? '' : `${text.trim()}, `
    const name = `${strings.kinds[item.kind]}: ${seen}${head}, ${detailOf(item)}`
    const look = { class: `mark mark-${item.kind}`, 'data-evidence': id, 'data-open': id === props.openId }
    words = props.isFirst(id) ? (
      // biome-ignore lint/a11y/useSemanticElements: a button element would not let its words be selected.
      <span {...look} role="button" tabIndex={0} aria-label={name}>
        {words}
      </span>
    ) : (
      <span {...look}>{words}</span>
    )
  }
  return words
}

function setTogether(first: ReadingBlock | undefined, inside: ComponentChildren): ComponentChildren {
  if (first?.tag === 'li') return <ul key={blockKey(first)}>{inside}</ul>
  if (first?.tag !== 'tr') return inside
  return (
    <div key={blockKey(first)} class="reading-table">
      <table>
        <tbody>{inside}</tbody>
      </table>
    </div>
  )
}

/** List items that follow one another belong to one list, rows to one table until the next one names its columns. */
function groupItems(blocks: readonly ReadingBlock[]): ReadingBlock[][] {
  const groups: ReadingBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const isSame = (block.tag === 'li' || block.tag === 'tr') && last?.[0]?.tag === block.tag && !block.isHead
    if (isSame) last?.push(block)
    else groups.push([block])
  }
  return groups
}

function blockKey(block: ReadingBlock): number {
  return block.runs[0]?.start ?? -1
}
