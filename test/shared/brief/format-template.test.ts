import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTemplates } from '../../../main/templates.ts'
import { formatTemplate } from '../../../shared/brief/format-template.ts'
import { parseTemplate } from '../../../shared/brief/parse-template.ts'

const given = await readTemplates('resources/templates')

test('each of the app’s own templates is read from what is written of it', () => {
  expect(given.length).toBeGreaterThan(5)
  for (const template of given)
    expect(parseTemplate(template.name, formatTemplate(template))).toEqual(template)
})

test('whatever its words are, they come back', () => {
  const [template] = given
  if (!template) throw new Error('There is no template.')
  const words = fc.stringMatching(/^[^\p{C}\s](?:[^\p{C}\r\n]{0,40}[^\p{C}\s])?$/u)
  fc.assert(
    fc.property(words, words, (title, marking) => {
      const other = { ...template, title, marking }
      expect(parseTemplate('other', formatTemplate(other))).toEqual({ ...other, name: 'other' })
    }),
  )
})
