import type { LinkedSource } from '../../references/resolve-reference.ts'
import { exampleBrief, exampleSource } from '../example-records.ts'
import type { Rule } from '../rule.ts'
import { storiesOf } from '../stories.ts'

const copy = { ...exampleSource, id: 'gazette', title: 'Japan speaks of its bonds', publisher: 'The Gazette' }
const body = 'Two papers have it (:source[]{#ministry-statement}, :source[]{#gazette}).'

export const oneWireStory: Rule = {
  name: 'one-wire-story',
  severity: 'warning',
  wrong: 'Sources that seem to confirm each other are copies of one text.',
  mend: 'Count them as one, and look for a source that does not repeat the story.',
  examples: {
    wrong: {
      given: 'The Gazette printed the ministry’s statement word for word, with a line of its own.',
      ...exampleBrief(body, {
        sources: [exampleSource, { ...copy, text: `Tokyo, Friday. ${exampleSource.text}` }],
      }),
    },
    right: exampleBrief(body, {
      sources: [
        exampleSource,
        {
          ...copy,
          text: 'The minister left the door open to a sale of bonds on Friday. Dealers in London and New York took the remark calmly, and yields hardly moved before the weekend began.',
        },
      ],
    }),
  },
  find: ({ references, resolve }) => {
    const used = new Map<string, { source: LinkedSource; start: number; end: number }>()
    for (const { kind, id, start, end } of references) {
      const source = resolve({ kind, id })?.source
      if (source && !used.has(source.id)) used.set(source.id, { source, start, end })
    }
    return storiesOf([...used.values()].map(({ source }) => source))
      .filter(story => story.length > 1)
      .flatMap(story => {
        const last = used.get(story.at(-1)?.id ?? '')
        if (!last) return []
        const titles = story.map(({ title, publisher }) => `“${title}”${publisher ? ` (${publisher})` : ''}`)
        const message = `${titles.join(' and ')} are one story, word for word: they count as one source.`
        return { start: last.start, end: last.end, message, evidence: last.source.id }
      })
  },
}
