import { formatEdtf } from '../dates/format-edtf.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import type { LinkedSource } from '../references/resolve-reference.ts'
import { madeOnce } from './made-once.ts'
import type { NumberedSource } from './numbered-source.ts'

/** The list of a brief's sources as HTML, each where its number links to; empty where there is none. */
export function renderSourceList(sources: readonly NumberedSource[]): string {
  if (sources.length === 0) return ''
  return `<ol class="sources">\n${sources.map(({ source, number }) => renderSource(source, number)).join('')}</ol>\n`
}

const renderSource = madeOnce((source: LinkedSource, number: number): string => {
  const from = [
    source.publisher,
    source.authors.length === 0 ? null : source.authors.join(', '),
    source.publishedOn === null ? 'undated' : formatEdtf(source.publishedOn),
  ]
  const kept = `Captured ${formatEdtf(source.capturedAt.slice(0, 10))}; SHA-256 ${source.sha256.slice(0, 16)}…`
  const lines = [
    `<cite>${escapeHtml(source.title)}</cite>, ${escapeHtml(from.filter(part => part !== null).join(', '))}`,
    source.url === null ? null : `<span class="address">${escapeHtml(source.url)}</span>`,
    `<span class="kept">${escapeHtml(kept)}</span>`,
  ]
  return `<li id="source-${number}"><span class="number">${number}.</span> ${lines.filter(line => line !== null).join('<br>')}</li>\n`
})
