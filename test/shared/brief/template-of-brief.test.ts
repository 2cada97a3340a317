import { expect, test } from 'vitest'
import { readTemplates } from '../../../main/templates.ts'
import { formatTemplate } from '../../../shared/brief/format-template.ts'
import { parseTemplate } from '../../../shared/brief/parse-template.ts'
import { templateOfBrief } from '../../../shared/brief/template-of-brief.ts'

const form = (await readTemplates('resources/templates')).find(({ name }) => name === 'uk-submission')

test('a brief’s form is kept, without what names a heading that its text does not have', () => {
  if (!form) throw new Error('There is no form.')
  const body = '## Issue\n\nWhat is asked.\n\n## Background\n\nHow we got here.\n'
  const made = templateOfBrief({ body, marking: 'SECRET' }, form, { name: 'house', title: 'House' })
  expect(made).toMatchObject({
    name: 'house',
    title: 'House',
    marking: 'SECRET',
    numbered: true,
    pages: 3,
    limits: { bottomLine: { heading: 'Issue', words: 80 } },
    places: { quotes: null, figures: 'Background', events: null },
    body,
  })
  expect(parseTemplate('house', formatTemplate(made))).toEqual(made)
  const bare = templateOfBrief({ body: 'No heading.', marking: null }, form, { name: 'bare', title: 'Bare' })
  expect(bare.limits.bottomLine).toBe(null)
})
