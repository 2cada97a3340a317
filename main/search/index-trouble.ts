// What SQLite refuses, told apart: https://www.sqlite.org/rescode.html

/** The index cannot be read or written any more: input and output, damage, a full disk, no database at all. */
const lost = [10, 11, 13, 26]
/** Another process writes it: the same again a little later. */
const busy = 5

/** What is the matter with an index; null where an error is none of it. */
export function troubleOf(error: unknown): 'lost' | 'busy' | null {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
  if (code === busy) return 'busy'
  return code !== null && lost.includes(code) ? 'lost' : null
}
