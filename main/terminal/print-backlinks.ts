import type { Backlinks } from '../../shared/backlinks.ts'
import type { Printed } from './printed.ts'

/** One line a use: the brief, line and column of the reference, and its sentence; then the evidence that is anchored in a source. */
export function printBacklinks({ briefs, evidence }: Backlinks): Printed {
  return {
    json: {
      backlinks: briefs.map(({ words: _, ...backlink }) => backlink),
      evidence,
    },
    lines: [
      ...briefs.map(({ brief, line, column, sentence }) => `${brief}\t${line}:${column}\t${sentence}`),
      ...evidence.map(({ id, kind, words }) => `${id}\t${kind}\t${words}`),
    ],
  }
}
