// Files that a brief's text links, kept in the library by content: `[words](attachment:<SHA-256>)`, with `!` for a picture.

/** The address that a brief's text links a kept file by. */
export function attachmentAddress(sha256: string): string {
  return `attachment:${sha256}`
}

/** Whether an address is one of a kept file. */
export function isAttachmentAddress(address: string): boolean {
  return address.startsWith('attachment:')
}

/** The SHA-256 of the kept file that an address names; null where it names none. */
export function attachmentOf(address: string): string | null {
  return /^attachment:([0-9a-f]{64})$/.exec(address)?.[1] ?? null
}

/** The kept files that a text mentions anywhere, in comments and code too, each with the words of its first link. */
export function attachmentsIn(text: string): { sha256: string; words: string }[] {
  // Most briefs have none, and are asked at every key.
  if (!text.includes('attachment:')) return []
  const found = new Map<string, string>()
  for (const [, words = '', sha256 = ''] of text.matchAll(
    /(?:\[([^[\]\r\n]{0,500})\]\(<?)?attachment:([0-9a-f]{64})/g,
  ))
    if (!found.get(sha256)) found.set(sha256, words.trim())
  return [...found].map(([sha256, words]) => ({ sha256, words }))
}
