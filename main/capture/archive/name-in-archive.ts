// What a file of a ZIP is called, as long as it is in there and by itself.
import { basename } from 'node:path'

const inside = ' › '

/** `archive.zip › folder/inner.pdf`. */
export function nameInArchive(archive: string, path: string): string {
  return `${archive}${inside}${path}`
}

/** The name of a file by itself: `inner.pdf`. */
export function ownName(name: string): string {
  const at = name.lastIndexOf(inside)
  return basename(at === -1 ? name : name.slice(at + inside.length))
}
