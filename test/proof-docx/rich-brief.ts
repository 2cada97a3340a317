// A brief with everything in it that a brief can have, of records that a library would have.

import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import type { NotesPlace, Template } from '../../shared/brief/template.ts'
import type { Brief, Figure, Quote } from '../../shared/model/records.ts'
import { briefWith, kato, evidence as ofArticle, source, treasuries } from '../shared/brief/records.ts'

const other = {
  ...source,
  id: 'treasury-tables',
  title: 'Major foreign holders of Treasury securities',
  publisher: 'Department of the Treasury',
  authors: ['Office of International Affairs'],
  url: 'https://example.org/tables',
  publishedOn: null,
  sha256: 'cd34'.repeat(16),
}

const series: Figure = {
  ...treasuries,
  id: 'holdings',
  measures: 'US Treasury bonds held by Japan',
  asOf: '2025-04',
  series: [
    { asOf: '2024-10', value: '1101000000000' },
    { asOf: '2024-11', value: '1087000000000' },
    { asOf: '2024-12', value: '1060000000000' },
    { asOf: '2025-01', value: '1079000000000' },
    { asOf: '2025-02', value: '1126000000000' },
    { asOf: '2025-03', value: '1131000000000' },
    { asOf: '2025-04', value: '1130000000000' },
  ],
  anchor: { ...kato.anchor, source: other.id } as Figure['anchor'],
}

const translated: Quote = {
  ...kato,
  id: 'kato-japanese',
  text: '選択肢としては存在する。行使するかどうかは別の問題だ。',
  kind: 'estimate',
  saidOn: '2025-05-02',
  language: 'ja',
  translation: { text: 'It exists as an option. Whether we use it is another matter.', language: 'en' },
}

export const evidence = {
  ...ofArticle,
  people: [],
  quotes: [...ofArticle.quotes, translated],
  figures: [...ofArticle.figures, series],
}
export const sources = [source, other]

export const richBody = `Before any heading stands a line that says what this is.

## Summary

Japan holds :figure[$1.13 trillion]{#us-treasuries} of Treasury bonds and says that selling them :quote["does exist as an option"]{#kato-option}. Call 1.[^one] The talks go on :event[through May]{#talks}; see :source[the article]{#japan-treasuries}. A second call of a note.[^two]

A paragraph with **strong**, *emphasised*, ~~deleted~~ and \`code\` words, a [link](https://example.org/a?b=c&d=e), one to [the tables](#tables), one to [nowhere](#nowhere), and a line\\
that breaks. Call 1 again.[^one] A reference that is gone: :figure[7 bn]{#gone}.

### Recommendation

That you note the position, and agree to wait.

::decision{options="agreed, not agreed, noted, please discuss"}

## Background

::quote{#kato-option}

::quote{#kato-japanese}

::figure[Holdings of Treasury bonds]{#holdings}

::figure{#us-treasuries}

::event{#resolution}

::source{#treasury-tables}

#### A heading of a lower rank

- first item. Call 3.[^three]
  - an item in it
    - and one in that
  - another
- second item

  with a second paragraph
- third item

7. the seventh
8. the eighth
   1. an inner first
   2. an inner second

Words between the lists.

1. again the first
2. again the second
   - with a bullet

- [ ] to do
- [x] done

> A quotation of somebody’s paragraph, set off.
>
> - with a list in it
>
> And a second paragraph.

> [!warning]
> A callout with **strong** words.
>
> - and a list in it

\`\`\`
a listing  of two
    lines
\`\`\`

---

::page-break

## Tables

| Date | Event | Ships |
|:-----|:-----:|------:|
${Array.from({ length: 48 }, (_, row) => `| ${row + 1} March | a convoy that is known by number ${row + 1}${row === 3 ? ' :figure[]{#us-treasuries}' : ''} | ${row * 37} |`).join('\n')}

| A | B |
|---|---|
| short | **table** with a call. Call 4.[^four] |

## Scripts

日本国債の売却は選択肢の一つとして存在している。 Καλημέρα κόσμε. Доброе утро.

هذا نص من اليمين إلى اليسار مع رقم 1.13 وكلمة English في وسطه.

An English line with שלום עולם in it.

## An empty section

## Last words

The last paragraph says that everything was kept.

::decision{}

[^one]: Note 1: minutes of the board, item 4, with *emphasis* and a [link](https://example.org/minutes).
[^two]: Note 2: it calls one more.[^deep]

    A second paragraph of the second note.
[^deep]: The note of a note.
[^three]: Note 3: in a list.
[^four]: Note 4: in a table.
`

type Form = Partial<Pick<Template, 'numbered' | 'annex' | 'notes' | 'contents' | 'paper'>>

function richBrief(fields: Partial<Brief> = {}): Brief {
  return briefWith(richBody, {
    title: 'What Japan may do with its Treasury bonds',
    marking: 'Official',
    recipients: ['The Chancellor', 'The Chief Secretary'],
    date: '2025-05-03',
    dueOn: '2025-05-06',
    ...fields,
  })
}

/** It composed in a form: with contents and an annex, its notes at a place. */
export function richDocument(form: Form = {}, fields: Partial<Brief> = {}): BriefDocument {
  const notes: NotesPlace = form.notes ?? 'foot'
  return composeBrief({
    brief: richBrief(fields),
    template: { title: 'Briefing paper', numbered: false, annex: true, contents: true, ...form, notes },
    evidence,
    sources,
    annex: {
      contexts: { 'kato-option': { before: 'He said: ', words: kato.text, after: ' And more.', page: '3' } },
      answered: [{ wrong: 'A number has no figure behind it.', words: '1.13', reason: 'It is the same.' }],
    },
  })
}
