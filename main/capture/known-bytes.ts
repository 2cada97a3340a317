// What a file is by its first bytes, where its name says something else.

const beginnings: [what: string, ending: string, bytes: string][] = [
  ['a PDF', '.pdf', '%PDF-'],
  ['a ZIP archive or an Office document', '.zip or .docx', 'PK\u0003\u0004'],
  ['an old Office document', '.doc', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['a picture', '.png', '\u0089PNG'],
  ['a picture', '.jpg', '\u00ff\u00d8\u00ff'],
  ['a picture', '.gif', 'GIF8'],
  ['an RTF document', '.rtf', '{\\rtf'],
  ['a compressed file', '.gz', '\u001f\u008b'],
]

/** What a file is by its first bytes, and the ending it should have; null where they are not among the known ones. */
export function knownBytes(bytes: Uint8Array): { what: string; ending: string } | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const found = beginnings.find(([, , beginning]) => start.startsWith(beginning))
  return found ? { what: found[0], ending: found[1] } : null
}
