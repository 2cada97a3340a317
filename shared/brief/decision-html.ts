// How a decision looks: a box to tick for each answer, and under the last of a brief who gave it and when.
import { escapeHtml } from '../markdown/escape-html.ts'
import type { Directive } from '../references/directive.ts'
import { decisionOptions } from './decision-blocks.ts'

export function renderDecision(directive: Directive, isLast: boolean): string {
  const boxes = decisionOptions(directive)
    .map(({ words }) => `<li><span class="tick-box" aria-hidden="true"></span>${escapeHtml(words)}</li>`)
    .join('')
  const signature = isLast
    ? '<p class="signature"><span>Signed</span><span class="blank"></span><span>Date</span><span class="blank"></span></p>'
    : ''
  return `<div class="decision"><ul aria-label="Decision">${boxes}</ul>${signature}</div>\n`
}
