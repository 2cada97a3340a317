// Names that every system takes, for files that people look at.

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i
/** In UTF-8 bytes: systems take 255, and a number and an ending come after it. */
const longestStem = 120

/** A file name without its ending, made of some words: readable, and safe on Windows, macOS and Linux. */
export function stemOf(words: string): string {
  const plain = words
    .normalize('NFC')
    // What Windows refuses, what leads to another folder, what Obsidian cannot link, and what shows nothing.
    // Two joiners are kept, without which some scripts are misspelt.
    .replace(/(?:[<>:"/\\|?*#^[\]\p{Z}]|(?![\u200c\u200d])\p{C})+/gu, ' ')
    .replace(/^[ .]+/, '')
    .trim()
  const stem = shorten(plain).replace(/[ .]+$/, '') || 'untitled'
  return reserved.test(stem) ? `${stem.replace(/\..*$/s, '')} file` : stem
}

/** Cuts between two characters as a reader counts them. */
function shorten(words: string): string {
  if (Buffer.byteLength(words) <= longestStem) return words
  let cut = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('und').segment(words)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > longestStem) break
    cut += segment
  }
  return cut
}

/** The names given in one folder, of which no two are one on a disk that does not tell capitals or accents' forms apart. */
export class FolderNames {
  readonly #taken = new Set<string>()

  /** A name made of some words that nothing in the folder has yet, without its ending. */
  take(words: string): string {
    const stem = stemOf(words)
    let name = stem
    for (let n = 2; this.#taken.has(folded(name)); n++) name = `${stem} ${n}`
    this.#taken.add(folded(name))
    return name
  }
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
}
