/** Markdown with each row of a table as a paragraph, its cells parted by tabs: how a page sets them. */
export function rowsAsLines(markdown: string): string {
  return markdown
    .replace(/^\|(?: --- \|)+\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, cells: string) => cells.split(' | ').join('\t'))
    .replace(/^(.*\t.*)\n(?=.*\t)/gm, '$1\n\n')
}
