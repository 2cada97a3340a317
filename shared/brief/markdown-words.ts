// Words of records in Markdown: as they stand, whatever marks they look like.
import { formatEdtf } from '../dates/format-edtf.ts'
import type { NumberedSource } from './numbered-source.ts'

/** Words on one line, in which nothing is read as a mark or as an entity (CommonMark 0.31, 2.4 and 2.5). */
export function escaped(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]|&(?=[#A-Za-z])/g, '\\$&')
    .replace(/^(?:[-+](?=\s|$)|[-=]+\s*$|#{1,6}(?=\s|$))/, '\\$&')
    .replace(/^\d+(?=[.)](?:\s|$))/, '$&\\')
}

/** A source as a list of sources names it. */
export function sourceLine({ source }: NumberedSource): string {
  const from = [
    source.publisher,
    source.authors.join(', '),
    source.publishedOn === null ? 'undated' : formatEdtf(source.publishedOn),
  ]
  const kept = `captured ${formatEdtf(source.capturedAt.slice(0, 10))}; SHA-256 ${source.sha256}`
  const address = source.url === null ? '' : ` <${source.url}>`
  return `*${escaped(source.title)}*, ${escaped(from.filter(Boolean).join(', '))}.${address} (${kept})`
}
