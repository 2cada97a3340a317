// Where a block of Markdown goes that is put into a text. Pure.

/** A block with the blank lines that part it from what stands before and after it; `before` and `after` are all of the text around it. */
export function withBlankLines(before: string, block: string, after: string): string {
  const lead = /(?:^|\n\n)$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const close = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'
  return lead + block + close
}
