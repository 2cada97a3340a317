// HTML is text in a brief, and would be HTML for others: the grammar that also knows where it would begin.
import { briefGrammar } from './grammar.ts'

/** What begins a tag, and no address (CommonMark 0.31, 6.5 and 6.6). */
const tagBegin = /^<(?![a-z][a-z\d+.-]{1,31}:[^\s<>]*>|[^\s<>@]+@[^\s<>@]+>)[a-z/?!]/i

/** `briefGrammar` with a `TagBegin` for each `<` that would begin a tag. */
export const tagGrammar = briefGrammar.configure({
  defineNodes: ['TagBegin'],
  parseInline: [
    {
      name: 'TagBegin',
      after: 'Comment',
      parse(context, next, at) {
        const isTag = next === 60 /* < */ && tagBegin.test(context.slice(at, context.end))
        return isTag ? context.addElement(context.elt('TagBegin', at, at + 1)) : -1
      },
    },
  ],
})
