import type { NoteName } from '../brief-text.ts'
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
  find: ({ text: { noteCalls, notes } }) => {
    const written = new Map<string, (typeof notes)[number]>()
    for (const note of notes) if (!written.has(note.name)) written.set(note.name, note)
    const meant = (from: readonly NoteName[]) => from.flatMap(({ name }) => written.get(name) ?? [])
    const reached = new Set(meant(noteCalls))
    // A set that grows while it is walked is walked to its end.
    for (const note of reached) for (const inner of meant(note.calls)) reached.add(inner)
    return [
      ...[...noteCalls, ...notes.flatMap(note => note.calls)]
        .filter(({ name }) => !written.has(name))
        .map(call => fault(call, `No note [^${call.name}] is written.`)),
      ...notes
        .filter(note => !reached.has(note))
        .map(note =>
          fault(
            note,
            written.get(note.name) === note
              ? `Nothing that is printed calls the note [^${note.name}].`
              : `There is a note [^${note.name}] before this one, which is the one that is meant.`,
          ),
        ),
    ]
  },
}

function fault({ start, end }: NoteName, message: string): Fault {
  return { start, end, message, evidence: null }
}
