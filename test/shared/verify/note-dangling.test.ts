import { expect, test } from 'vitest'
import { exampleBrief } from '../../../shared/verify/example-records.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

function found(body: string): string[] {
  const findings = verifyBrief(exampleBrief(body)).filter(({ rule }) => rule === 'note-dangling')
  return findings.map(({ line, message }) => `${line}: ${message}`)
}

test.each([
  [
    'a note of a name that is taken',
    'A[^a].\n\n[^a]: One.\n\n[^a]: Two.',
    ['5: There is a note [^a] before this one, which is the one that is meant.'],
  ],
  [
    'notes that only call each other',
    'A.\n\n[^a]: See[^b].\n\n[^b]: See[^a].',
    ['3: Nothing that is printed calls the note [^a].', '5: Nothing that is printed calls the note [^b].'],
  ],
  ['a call in a note', 'A[^a].\n\n[^a]: See[^gone].', ['3: No note [^gone] is written.']],
  [
    'a call in the words of an image',
    'A ![b[^a]](x.png).\n\n[^a]: One.',
    ['3: Nothing that is printed calls the note [^a].'],
  ],
  [
    'notes of notes that are all printed',
    'A[^a].\n\n[^a]: See[^b].\n\n    More[^c].\n\n[^b]: B.\n\n[^c]: C.',
    [],
  ],
])('%s', (_name, body, findings) => {
  expect(found(body)).toEqual(findings)
})
