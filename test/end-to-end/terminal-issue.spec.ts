// A brief issued from a terminal, as it is typed, on the built app; and what is told of it once the evidence has gone on.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './desk.ts'
import { readPdf } from './read-pdf.ts'
import { ask, brief } from './terminal.ts'

test('a brief is issued once its errors are answered, and stays what it was when its figure changes', async ({
  folder,
}) => {
  const typed = (...words: string[]) => brief(folder, [...words, '--library', 'library'])
  await ask(folder, 'figure', 'add', '--measures', 'Holdings', '--value', '1130000000000', '--unit', 'USD')
  writeFileSync(
    join(folder, 'body.md'),
    '## Issue\n\nJapan holds :figure[]{#holdings}, by :quote[“gone”]{#gone}.',
  )
  const { id } = await ask(
    folder,
    ...[
      'new',
      '--template',
      'uk-submission',
      '--title',
      'Japan',
      '--body',
      'body.md',
      '--date',
      '2025-05-03',
    ],
  )

  const refused = await typed('issue', id)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toMatch(
    /“Japan” was not issued: an error stands in it\.\nLine 3, reference-dangling: /,
  )
  const reason = 'It comes on Monday.'
  await ask(folder, 'answer', id, '--rule', 'reference-dangling', '--line', '3', '--reason', reason)
  const issued = await ask(folder, 'issue', id, '--to', 'out')
  expect(issued).toMatchObject({ brief: id, version: 1, folder: join(folder, 'out', `${id}-v1`) })
  const file = join(folder, 'library/issued', id, 'v1/brief.pdf')
  const [frozen, { text }] = [readFileSync(file), await readPdf(file)]
  expect(text).toMatch(/Issued\s*v1, \d{1,2} \p{L}+ 20\d\d/u)
  expect(text).toContain('$1,130,000,000,000')

  await ask(folder, 'figure', 'set', 'holdings', '--value', '1270000000000')
  const changed = await typed('changed', id, '--since', 'v1')
  expect(changed).toMatchObject({ code: 0, error: '' })
  expect(changed.out).toContain('Japan holds $[-1,130,000,000,000-]{+1,270,000,000,000+}')
  expect(changed.out).toContain('Value: $1,130,000,000,000 → $1,270,000,000,000')
  expect(readFileSync(file).equals(frozen)).toBe(true)
  expect(readFileSync(join(issued.folder, 'brief.pdf')).equals(frozen)).toBe(true)
  expect(await ask(folder, 'issue', id)).toMatchObject({ version: 2 })

  frozen[frozen.length - 10] = 0
  writeFileSync(file, frozen)
  const damaged = await typed('changed', id, '--since', 'v1')
  expect(damaged).toMatchObject({ code: 1, out: '' })
  expect(damaged.error).toContain('was changed since it was issued')
  expect(damaged.error).toContain('brief.pdf is not what was frozen')
})
