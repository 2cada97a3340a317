// The list of headings with their pages: a field of Word's, filled in before Word sees it.
import { LeaderType, Paragraph, TableOfContents, TextRun } from 'docx'
import type { Writing } from './writing.ts'

/** Headings of more ranks than these are too many for a list that is read at a glance. */
const mostRanks = 2

export function contents({ document, raisedBy }: Writing): (Paragraph | TableOfContents)[] {
  const ranks = [...new Set(document.headings.map(({ depth }) => Math.max(1, depth - raisedBy)))].sort()
  const last = ranks.slice(0, mostRanks).at(-1)
  if (last === undefined) return []
  return [
    new Paragraph({ style: 'ContentsHeading', children: [new TextRun('Contents')] }),
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: `1-${last}`,
      tabLeader: LeaderType.DOT,
      // Word would ask whether to update it.
      beginDirty: false,
    }),
  ]
}
