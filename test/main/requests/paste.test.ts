import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

test('a piece of a page that goes into a brief is read as a source would be, and nothing is kept of it', async () => {
  const { ask, library } = await openDesk()
  const html = '<h2>Rates</h2><p>They <b>fell</b>.</p>'
  const pasted = await ask('brief.paste', { html, text: 'Rates They fell.' })
  expect(pasted).toEqual({ markdown: '## Rates\n\nThey **fell**.' })
  expect(library.list('sources')).toEqual([])
})

test('a piece that says no more than its words has no Markdown of its own', async () => {
  const { ask } = await openDesk()
  expect(await ask('brief.paste', { html: '<span>Rates fell.</span>', text: 'Rates fell.' })).toEqual({
    markdown: null,
  })
})
