import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTemplate, TemplateFault } from '../../../shared/brief/parse-template.ts'
import { ruleNames } from '../../../shared/verify/explain-rule.ts'

const folder = join(import.meta.dirname, '../../../resources/templates')
const good = `---
title: Note
description: A note.
marking: OFFICIAL
numbered: true
pages: 2
places: { quotes: A, figures: B, events: B }
---

## A

<!-- prompt -->

## B
`

test('a template is its front matter and its body', () => {
  expect(parseTemplate('note', good)).toEqual({
    name: 'note',
    title: 'Note',
    description: 'A note.',
    marking: 'OFFICIAL',
    paragraphMarks: {},
    numbered: true,
    pages: 2,
    annex: true,
    notes: 'foot',
    contents: false,
    paper: 'a4',
    hyphens: false,
    due: 'Due',
    limits: { bottomLine: null },
    checks: {},
    places: { quotes: 'A', figures: 'B', events: 'B' },
    body: '## A\n\n<!-- prompt -->\n\n## B\n',
  })
})

test('a template limits its bottom line, and turns checks off', () => {
  const limits = 'limits: { bottomLine: { heading: A, words: 60 } }\nchecks: { single-source: false }'
  expect(parseTemplate('note', good.replace('pages: 2', `pages: 2\n${limits}`))).toMatchObject({
    limits: { bottomLine: { heading: 'A', words: 60 } },
    checks: { 'single-source': false },
  })
})

test('a template written on Windows reads the same', () => {
  expect(parseTemplate('note', `\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parseTemplate('note', good))
})

test.each([
  ['no front matter', '## A\n', 'front matter'],
  ['broken YAML', good.replace('title: Note', 'title: ['), 'is no YAML: '],
  ['a missing title', good.replace('title: Note\n', ''), '“title” in its front matter'],
  ['an unknown field', good.replace('pages: 2', 'pages: 2\npage: 3'), 'page'],
  ['a wrong type', good.replace('numbered: true', 'numbered: maybe'), 'numbered'],
  [
    'a bottom line under no heading',
    good.replace('pages: 2', 'pages: 2\nlimits: { bottomLine: { heading: C, words: 60 } }'),
    'C',
  ],
  ['a place that is no heading', good.replace('quotes: A', 'quotes: C'), '“C”'],
])('%s is refused with the fault, a part of a sentence', (_name, text, fault) => {
  expect(() => parseTemplate('note', text)).toThrow(TemplateFault)
  expect(() => parseTemplate('note', text)).toThrow(fault)
  expect(() => parseTemplate('note', text)).not.toThrow(/[.\n]$/)
})

test('a title is enough', () => {
  expect(parseTemplate('house', '---\ntitle: House memo\n---\n## A\n')).toMatchObject({
    title: 'House memo',
    marking: null,
    numbered: false,
    pages: null,
    places: { quotes: null, figures: null, events: null },
    body: '## A\n',
  })
})

test('the app’s own templates turn on and off only checks that there are', () => {
  for (const file of readdirSync(folder)) {
    const { checks } = parseTemplate(file, readFileSync(join(folder, file), 'utf8'))
    expect(ruleNames).toEqual(expect.arrayContaining(Object.keys(checks)))
  }
})

test('the app’s own templates can be used', () => {
  const templates = readdirSync(folder).map(file =>
    parseTemplate(file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')),
  )
  expect(templates.find(({ name }) => name === 'uk-submission')).toMatchObject({
    marking: 'OFFICIAL',
    numbered: true,
  })
  expect(templates.find(({ name }) => name === 'market-morning-note')).toMatchObject({
    marking: null,
    pages: 1,
  })
})
