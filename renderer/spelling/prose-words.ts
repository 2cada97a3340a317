// The words of a brief whose spelling is worth checking: those of its prose. Pure.
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { languageOfParagraph, type TextLanguage } from './text-language.ts'

/** A word and its place: offsets in UTF-16 code units, end exclusive. */
export type ProseWord = { from: number; to: number; word: string; language: TextLanguage }

/** Nodes of the grammar that are no prose: code, addresses, links to evidence, marks of layout, comments, notes' names. */
const notProse = new Set([
  'InlineCode',
  'FencedCode',
  'CodeBlock',
  'URL',
  'Autolink',
  'LinkReference',
  'LinkLabel',
  'HTMLBlock',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'Entity',
  'Reference',
  'BlockReference',
  'LayoutMark',
  'NoteCall',
  'NoteMark',
])

/** Stands for what is no prose; no word has it. */
const gap = '\u{fffc}'

/** The words in the lines that a range of a text touches. */
export function proseWords(
  state: EditorState,
  range: { from: number; to: number },
  ofText: TextLanguage | null,
): ProseWord[] {
  const from = Math.max(state.doc.lineAt(range.from).from, endOfFrontMatter(state))
  const to = state.doc.lineAt(range.to).to
  if (from >= to) return []
  let text = state.sliceDoc(from, to)
  syntaxTree(state).iterate({
    from,
    to,
    enter(node) {
      if (!notProse.has(node.name)) return true
      const [start, end] = [Math.max(node.from, from) - from, Math.min(node.to, to) - from]
      text = text.slice(0, start) + gap.repeat(end - start) + text.slice(end)
      return false
    },
  })
  let lineStart = from
  return text.split('\n').flatMap(line => {
    const start = lineStart
    lineStart += line.length + 1
    const language = languageOfParagraph(line, ofText)
    if (language === null) return []
    return wordsIn(line).map(({ at, word }) => {
      return { from: start + at, to: start + at + word.length, word, language }
    })
  })
}

/** A head of YAML at the very beginning, as notes of other editors have it. */
function endOfFrontMatter({ doc }: EditorState): number {
  if (doc.line(1).text !== '---') return 0
  for (let number = 2; number <= Math.min(doc.lines, 100); number++) {
    const line = doc.line(number)
    if (line.text === '---') return line.to
  }
  return 0
}

const token = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’\-‐‑.@_:/\\+&]*/gu
/** Words with digits, addresses, file names and abbreviations such as “e.g.” */
const noWord = /\p{N}|[@_:\\+&]|\.\p{L}/u

function wordsIn(line: string): { at: number; word: string }[] {
  return [...line.matchAll(token)].flatMap(({ 0: whole, index }) => {
    const trimmed = whole.replace(/[^\p{L}\p{M}\p{N}\-‐‑]+$/u, '')
    if (noWord.test(trimmed)) return []
    // Half of a compound, as in “Haushalts- und Finanzpolitik”.
    const isCutAtEnd = /[-‐‑]$/.test(trimmed)
    const isCutAtStart = /[-‐‑]$/.test(line.slice(0, index))
    const parts = [...trimmed.matchAll(/[\p{L}\p{M}'’]+/gu)]
    return parts.flatMap(({ 0: part, index: within }, number) => {
      if ((isCutAtStart && number === 0) || (isCutAtEnd && number === parts.length - 1)) return []
      const word = part.replace(/['’]+$/, '')
      return isChecked(word) ? [{ at: index + within, word }] : []
    })
  })
}

/** What briefs abbreviate: billions, basis points, year on year. */
const abbreviations = new Set(
  'bn mn tn bp bps pp yoy qoq mom ytd vs etc ie eg cf approx incl excl'.split(' '),
)

/** Acronyms, names such as GmbH, single letters and other scripts are left alone. */
function isChecked(word: string): boolean {
  return (
    word.length > 1 &&
    !abbreviations.has(word) &&
    word !== word.toUpperCase() &&
    !/\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(word) &&
    !/[^\p{Script=Latin}\p{M}'’]/u.test(word)
  )
}
