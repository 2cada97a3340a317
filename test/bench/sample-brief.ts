// Briefs of a given size, the same at every run.
import type { Brief } from '../../shared/model/records.ts'
import { unsetBrief } from '../unset-fields.ts'

const sentences = [
  'Holdings were little changed over the month, and the finance ministry gave no sign that it means to sell.',
  'Officials on both sides described the talks as candid and said that they would go on through May.',
  'Yields on the longest bonds rose again as dealers waited for the next auction.',
  'A sale of any size would raise the yen, which few in Tokyo want before the budget is settled.',
  'The committee will want to know what was said, by whom, and on what day.',
]

/** Paragraphs of plain Markdown, `length` UTF-16 code units of them, which here are as many bytes. */
export function prose(length: number): string {
  let text = ''
  for (let paragraph = 0; text.length < length; paragraph += 1) {
    if (paragraph % 6 === 0) text += `## Part ${paragraph / 6 + 1}\n\n`
    const turned = sentences.map((_, index) => sentences[(index + paragraph) % sentences.length])
    text += `${turned.join(' ')}\n\n`
  }
  return text.slice(0, length)
}

export function briefRecord(id: string, body: string): Brief {
  const at = '2025-05-03T09:00:00.000Z'
  return {
    schema: 5,
    id,
    createdAt: at,
    updatedAt: at,
    tags: [],
    title: 'What Japan may do with its treasuries',
    body,
    template: 'market-morning-note',
    marking: null,
    recipients: ['The committee'],
    date: '2025-05-03',
    dueOn: null,
    ...unsetBrief,
  }
}
