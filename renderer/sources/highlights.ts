// Which evidence covers which words of a source. Pure.
import type { EvidenceItem } from '../state/lists.ts'

/** Words under the same evidence; `covering` has the widest first. */
export type Segment = { start: number; end: number; text: string; covering: readonly EvidenceItem[] }

/**
 * Cuts a run of a source's text at every place where evidence starts or ends. Offsets are UTF-16 code units of the
 * source's text. Evidence whose words no longer stand at its place marks nothing.
 */
export function segmentsOf(
  run: { start: number; end: number; text: string },
  evidence: readonly EvidenceItem[],
): Segment[] {
  const here = evidence.filter(item => {
    const place = placeOf(item)
    return place !== null && place.start < run.end && run.start < place.end
  })
  const cuts = new Set([run.start, run.end])
  for (const item of here) {
    const place = placeOf(item)
    if (!place) continue
    cuts.add(Math.max(run.start, place.start))
    cuts.add(Math.min(run.end, place.end))
  }
  const edges = [...cuts].sort((one, other) => one - other)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? run.end
    const covering = here
      .filter(item => {
        const place = placeOf(item)
        return place !== null && place.start <= start && end <= place.end
      })
      .sort((one, other) => lengthOf(other) - lengthOf(one))
    return { start, end, text: run.text.slice(start - run.start, end - run.start), covering }
  })
}

/** Of blocks in the order of the text, the evidence that covers words of each. */
export function evidenceByBlock(
  blocks: readonly { runs: readonly { start: number; end: number }[] }[],
  evidence: readonly EvidenceItem[],
): EvidenceItem[][] {
  const covering: EvidenceItem[][] = blocks.map(() => [])
  const startOf = (at: number) => blocks[at]?.runs[0]?.start ?? Number.POSITIVE_INFINITY
  for (const item of evidence) {
    const place = placeOf(item)
    if (!place) continue
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blocks[middle]?.runs.at(-1)?.end ?? 0) <= place.start) low = middle + 1
      else high = middle
    }
    for (let at = low; startOf(at) < place.end; at++) covering[at]?.push(item)
  }
  return covering
}

/** The evidence that is marked in this text, by whether its words still stand at its place. */
export function anchoredEvidence(evidence: readonly EvidenceItem[], text: string): EvidenceItem[] {
  return evidence.filter(({ record }) => {
    const { anchor } = record
    return anchor !== null && text.slice(anchor.position.start, anchor.position.end) === anchor.quote.exact
  })
}

function placeOf({ record }: EvidenceItem) {
  return record.anchor?.position ?? null
}

function lengthOf(item: EvidenceItem): number {
  const place = placeOf(item)
  return place ? place.end - place.start : 0
}
