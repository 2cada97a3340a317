/** The words of HTML that was made here: every character of it that is no mark is itself or escaped by number. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** A text as HTML shows it, letter for letter; fit for elements and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** Markdown's text as HTML: as `escapeHtml`, but a character reference such as `&copy;` stays one. */
export function escapeMarkdownText(text: string): string {
  return text.replace(/&(?!(?:#\d{1,7}|#[Xx][\da-fA-F]{1,6}|[A-Za-z]\w*);)|[<>"']/g, character =>
    escapeHtml(character),
  )
}
