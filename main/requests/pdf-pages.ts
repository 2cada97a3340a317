import { annexId } from '../../shared/brief/annex-html.ts'

/**
 * How many pages a PDF of Chromium's has before the annex of its brief; null where none can be seen. Its page objects and
 * named destinations stand uncompressed (ISO 32000-2, 7.7.3.3 and 12.3.2.4), and its pages in their order.
 */
export function pagesOf(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const count = (pages: string) => pages.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
  const page = annexPage(text)
  const before = page === null ? -1 : text.search(new RegExp(`(?<!\\d)${page} 0 obj\\b`))
  return count(before === -1 ? text : text.slice(0, before)) || null
}

/** The number of the page object that the annex begins on. Destinations are the catalog's own: a title may say anything. */
function annexPage(text: string): string | null {
  const object = [...text.matchAll(/\/Dests (\d+) 0 R/g)].at(-1)?.[1]
  if (object === undefined) return null
  const destinations = new RegExp(`(?<!\\d)${object} 0 obj\\s*<<([\\s\\S]*?)>>`).exec(text)?.[1] ?? ''
  return new RegExp(`/${annexId} \\[(\\d+) 0 R`).exec(destinations)?.[1] ?? null
}
