// What reads Markdown in this project, each as a function of a text.

import { parentPort } from 'node:worker_threads'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { markdownUnlessTangled } from '../../renderer/editor/markdown-unless-tangled.ts'
import { directiveGrammar, noteGrammar } from '../../shared/markdown/grammar.ts'
import { readingBlocks } from '../../shared/markdown/reading-blocks.ts'
import { renderMarkdown } from '../../shared/markdown/render-markdown.ts'
import { liveReferences } from '../../shared/references/live-references.ts'
import { excerptOf } from '../../shared/search/excerpt.ts'

const drawn = () => ''
const drawing = {
  renderReference: drawn,
  renderSources: drawn,
  renderPicture: drawn,
  renderDecision: drawn,
  renderTimeline: drawn,
  calloutName: drawn,
  numbered: false,
  decimalMark: '.' as const,
}

export const readers = {
  /** Preview, print and exports. */
  render: text => renderMarkdown(text, drawing),
  /** The reading view, the annex and the finder. */
  reading: text => readingBlocks(text, 'markdown'),
  /** Checks, the outline and the index of links, which read by the same grammar; nothing is remembered of the text before. */
  references: text => liveReferences(text),
  /** A search that found the text. */
  excerpt: text => excerptOf(text, [{ words: 'zebra', isPrefix: true }]),
  /** The editor: a text is opened, and a letter typed in the middle of it. */
  typing: text => {
    const state = EditorState.create({
      doc: text,
      extensions: markdownUnlessTangled(
        text,
        markdown({
          base: markdownLanguage,
          extensions: [directiveGrammar, noteGrammar],
          completeHTMLTags: false,
        }),
        '',
      ),
    })
    return state.update({ changes: { from: text.length >> 1, insert: 'x' } }).state
  },
} satisfies Record<string, (text: string) => unknown>

export type Reader = keyof typeof readers

/** Asked for milliseconds by `pathological.ts`, whose thread this is. */
parentPort?.on('message', ({ reader, text }: { reader: Reader; text: string }) => {
  const started = performance.now()
  let threw: string | null = null
  try {
    readers[reader](text)
  } catch (error) {
    threw = String(error)
  }
  parentPort?.postMessage({ milliseconds: performance.now() - started, threw })
})
