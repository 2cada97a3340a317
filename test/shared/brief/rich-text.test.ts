import { expect, test } from 'vitest'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import { richText } from '../../../shared/brief/rich-text.ts'
import { briefWith, evidence, source } from './records.ts'

const body = `## Issue

Text[^a] :quote["does exist as an option"]{#kato-option}

::decision{agreed}

::timeline[Talks]{from=2025-05 to=2025-06}

## Empty

[^a]: A note.`

const template = { title: 'UK submission', numbered: true, annex: true, contents: true }
const html = richText(
  renderBrief(composeBrief({ brief: briefWith(body), template, evidence, sources: [source] })).html,
)

test('lists have their numbers by themselves, and notes the letters of their calls', () => {
  expect(html).toContain(`<ol>\n<li><cite>${source.title}</cite>`)
  expect(html).toContain('<ol>\n<li><p>“It does exist')
  expect(html).toMatch(/<ol type="a">\s*<li><p>A note\.<\/p><\/li>/)
  expect(html).toContain('<p><span>1.</span> Text')
})

test('what leads to other places of the document is left out', () => {
  expect(html).toContain('<p>UK submission</p>')
  expect(html).not.toContain('Contents')
  expect(html).not.toMatch(/ href="#/)
})

test('a drawing is told in words, and nothing needs our style', () => {
  expect(html).not.toMatch(/<svg| class=| id=| aria-/)
  expect(html).toMatch(/<p><em>[^<]*Trade talks continue/)
  expect(html).toContain('☐ ')
})
