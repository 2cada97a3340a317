// What a template asks for: comments that are all that stands under a heading.
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { IterMode } from '@lezer/common'

/** A comment from `<!--` to `-->`, and the words in it; offsets are UTF-16 code units. */
export type Prompt = { from: number; to: number; wordsFrom: number; wordsTo: number }

/** What may stand beside a prompt and leave its section unwritten: directives of layout, and what is printed elsewhere. */
const besidePrompts = new Set(['LayoutMark', 'Note', 'LinkReference'])

/** The prompts of what is parsed so far, in order. */
export function promptsIn(state: EditorState): Prompt[] {
  const found: Prompt[] = []
  let section: Prompt[] = []
  let isUnwritten = false
  const endSection = () => {
    if (isUnwritten) found.push(...section)
  }
  const cursor = syntaxTree(state).cursor(IterMode.IgnoreMounts)
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
    if (/^(?:ATX|Setext)Heading/.test(cursor.name)) {
      endSection()
      section = []
      isUnwritten = true
    } else if (isUnwritten && !besidePrompts.has(cursor.name)) {
      const prompt =
        cursor.name === 'CommentBlock'
          ? readPrompt(state.sliceDoc(cursor.from, cursor.to), cursor.from)
          : null
      if (prompt) section.push(prompt)
      else isUnwritten = false
    }
  }
  endSection()
  return found
}

function readPrompt(comment: string, from: number): Prompt | null {
  const [, written = '', opening = '', words = ''] =
    /^((<!--\s*)((?:(?!-->)[\s\S])*?)\s*-->)\s*$/.exec(comment) ?? []
  if (words === '') return null
  const wordsFrom = from + opening.length
  return { from, to: from + written.length, wordsFrom, wordsTo: wordsFrom + words.length }
}
