// A brief for the clipboard: what other programs keep of HTML, and nothing that only our style would make sense of.

/**
 * A rendered brief's HTML without drawings, which are named, without what leads from one place of it to another, and without numbers
 * that lists have by themselves.
 */
export function richText(html: string): string {
  return html
    .replace(/<svg\b[\s\S]*?<\/svg>/g, drawing => {
      const description = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(drawing)?.[1] ?? ''
      return `<p><em>${description.trim()}</em></p>`
    })
    .replace(/<h([1-6])\b[^>]* class="empty"[^>]*>[\s\S]*?<\/h\1>\s*/g, '')
    .replace(/<nav class="contents"[\s\S]*?<\/nav>\s*/g, '')
    .replace(/<a class="to-annex"[\s\S]*?<\/a>/g, '')
    .replace(/<ol>(?=\s*<li class="note")/g, '<ol type="a">')
    .replace(/(<li\b[^>]*>)<(span|a) class="number"[\s\S]*?<\/\2>\s*/g, '$1')
    .replace(/<a\b[^>]* href="#[^"]*"[^>]*>([\s\S]*?)<\/a>/g, '$1')
    .replace(/<span class="tick-box"[^>]*><\/span>/g, '☐ ')
    .replace(/ (?:class|id|role|tabindex|data-[a-z]+|aria-[a-z]+|scope)="[^"]*"/g, '')
}
