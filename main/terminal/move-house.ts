// The commands that carry a library or notes out and in, and what they print.
import { RequestProblem } from '../../shared/result.ts'
import type { Printed, Request } from './printed.ts'

/** Carries out one of the commands, whose folder the dialogs answer with; what was not taken is a failure, named. */
export async function moveHouse(
  command: 'export-library' | 'import-library' | 'import-notes',
  request: Request,
): Promise<Printed> {
  if (command === 'export-library') {
    const made = named(await request('library.export', {}))
    return { json: made, lines: [made.folder], failures: messagesOf(made) }
  }
  if (command === 'import-library') {
    const taken = named(await request('library.import', {}))
    const { added, alreadyHere, edited, toTrash, fromTrash, versions, originals, renamed } = taken
    const counts = { added, alreadyHere, edited, toTrash, fromTrash, versions, originals }
    const lines = Object.entries(counts).map(
      ([name, count]) => `${labels[name as keyof typeof counts]}\t${count}`,
    )
    const asNew = renamed.map(({ id, newId, title }) => `${id} is in use here\t${newId}\t${title}`)
    return { json: taken, lines: [...lines, ...asNew], failures: messagesOf(taken) }
  }
  const taken = named(await request('notes.import', {}))
  return {
    json: taken,
    lines: taken.notes.map(({ file, collection, id }) => `${collection}\t${id}\t${file}`),
    failures: messagesOf(taken),
  }
}

const labels = {
  added: 'records added',
  alreadyHere: 'already here',
  edited: 'changed by other editors',
  toTrash: 'added to the trash',
  fromTrash: 'taken back from the trash',
  versions: 'earlier versions added',
  originals: 'original files added',
}

function named<T>(outcome: T | null): T {
  if (outcome === null) throw new RequestProblem('failed', 'No folder was named.')
  return outcome
}

function messagesOf({ problems }: { problems: readonly { message: string }[] }): string[] {
  return problems.map(({ message }) => message)
}
