import { type BriefTree, parseBrief } from '../../markdown/parse-brief.ts'
import { exampleBrief } from '../example-records.ts'
import type { Fault, Rule } from '../rule.ts'

type Place = { start: number; end: number; name: string }
/** A note as it is written; `calls` are those in it. */
type Note = Place & { calls: Place[] }

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
    const { calls, notes } = notesIn(body, parseBrief(body))
    const written = new Map<string, Note>()
    for (const note of notes) if (!written.has(note.name)) written.set(note.name, note)
    const meant = (from: readonly Place[]) => from.flatMap(({ name }) => written.get(name) ?? [])
    const reached = new Set(meant(calls))
    // A set that grows while it is walked is walked to its end.
    for (const note of reached) for (const inner of meant(note.calls)) reached.add(inner)
    return [
      ...[...calls, ...notes.flatMap(note => note.calls)]
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

function fault({ start, end }: Place, message: string): Fault {
  return { start, end, message, evidence: null }
}

/** The calls in the text, and the notes. An image's words are printed as they are, so that they call none. */
function notesIn(body: string, tree: BriefTree): { calls: Place[]; notes: Note[] } {
  const calls: Place[] = []
  const notes: Note[] = []
  let open: { note: Note; to: number } | null = null
  tree.iterate({
    enter: ({ name: kind, from: start, to: end, node }) => {
      if (kind === 'Image') return false
      if (open && start >= open.to) open = null
      if (kind !== 'NoteCall' && kind !== 'NoteMark') return
      const name = body.slice(start + 2, end).replace(/\]:?$/, '')
      if (kind === 'NoteCall') (open?.note.calls ?? calls).push({ start, end, name })
      else {
        const note = { start, end, name, calls: [] }
        notes.push(note)
        open = { note, to: node.parent?.to ?? end }
      }
    },
  })
  return { calls, notes }
}
