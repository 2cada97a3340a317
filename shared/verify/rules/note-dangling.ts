import { parseBrief } from '../../markdown/parse-brief.ts'
import { exampleBrief } from '../example-records.ts'
import type { Fault, Rule } from '../rule.ts'

export const noteDangling: Rule = {
  name: 'note-dangling',
  severity: 'warning',
  wrong: 'A note is called that is not written, or written and never called; it is printed as it is typed.',
  mend: 'Write the note ([^name]: …), call it ([^name]), or take it out.',
  examples: {
    wrong: exampleBrief('A word[^1] and another[^2].\n\n[^1]: What the minutes say.'),
    right: exampleBrief('A word[^1] and another[^2].\n\n[^1]: What the minutes say.\n\n[^2]: And the annex.'),
  },
  find: ({ brief: { body } }) => {
    const calls: Fault[] = []
    const notes: Fault[] = []
    parseBrief(body).iterate({
      enter: ({ name, from, to }) => {
        if (name !== 'NoteCall' && name !== 'NoteMark') return
        const words = body.slice(from, to).replace(/:$/, '')
        const isCall = name === 'NoteCall'
        const message = isCall ? `No note ${words} is written.` : `Nothing calls the note ${words}.`
        const fault = { start: from, end: to, message, evidence: null }
        if (isCall) calls.push(fault)
        else notes.push(fault)
      },
    })
    const wordsOf = ({ start, end }: Fault) => body.slice(start, end).replace(/:$/, '')
    const [called, written] = [new Set(calls.map(wordsOf)), new Set(notes.map(wordsOf))]
    return [
      ...calls.filter(call => !written.has(wordsOf(call))),
      ...notes.filter(note => !called.has(wordsOf(note))),
    ]
  },
}
