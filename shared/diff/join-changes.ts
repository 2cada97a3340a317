import type { DiffPart } from './word-diff.ts'

/**
 * Parts with changes that only white space lies between made one: people read “on 9 May” struck and “which has moved”
 * underlined more easily than every second word. The texts that the parts make up stay the same.
 */
export function joinChanges(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  let run: DiffPart[] = []
  for (const [index, part] of parts.entries()) {
    const isSpace = part.kind === 'same' && part.text.trim() === ''
    const next = parts[index + 1]
    if (part.kind !== 'same' || (isSpace && run.length > 0 && next && next.kind !== 'same')) run.push(part)
    else {
      joined.push(...asOne(run), part)
      run = []
    }
  }
  return [...joined, ...asOne(run)]
}

function asOne(run: readonly DiffPart[]): readonly DiffPart[] {
  const textOf = (not: DiffPart['kind']) =>
    run
      .filter(({ kind }) => kind !== not)
      .map(({ text }) => text)
      .join('')
  const [removed, added] = [textOf('added'), textOf('removed')]
  // With one side alone, the spaces in between are in both and no change.
  if (removed.trim() === '' || added.trim() === '') return run
  return [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
}
