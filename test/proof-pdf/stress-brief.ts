// A brief of what is hard to set: long notes and notes of notes, lists in lists, a listing, tables and a timeline longer than a page, other scripts.
import { pictureSection } from './stress-pictures.ts'
import { tableSection } from './stress-tables.ts'

const long =
  'This note goes on with words that say little but must be set line after line where it is called. '

export function stressBrief(): string {
  const listing = Array.from(
    { length: 90 },
    (_, line) => `line ${line + 1} of a listing that is longer than a page`,
  )
  const rows = Array.from(
    { length: 60 },
    (_, row) => `| ${row + 1} | row ${row + 1} of a table | ${row * 37} |`,
  )
  return `## Long notes

Call 1.[^n1] Words and a second call.[^second] A note that calls another. Call 2.[^n2]

## A note longer than a page

A note goes on over pages. Call 7.[^n7] Words that stand under it. ${'The text goes on beside it, line after line, as it would anywhere. '.repeat(30)}

Another one, called while the first goes on. Call 8.[^n8] ${'And more of the text. '.repeat(40)}

## A listing

\`\`\`
${listing.join('\n')}
\`\`\`

Call 3.[^n3] Words after the listing.

## A table

| No. | What | How many |
|---|---|--:|
${rows.join('\n')}

${tableSection}
## A timeline

::timeline[What happens by the wall]{tag=wall}

${pictureSection}
## Lists

- one item with a list in it. Call 4.[^n4]
  - deeper
    - deeper still
- an item of two paragraphs

  the second paragraph of it. Call 5.[^n5]

1. first
2. second, with a word that has no place to break: ${'abcdefghij'.repeat(12)}

## Scripts

日本国債の売却は選択肢の一つとして存在している。米国債の保有高は一兆ドルを超える。 Καλημέρα κόσμε. Доброе утро.

قال وزير المالية إن بيع السندات «خيار موجود» (2025)، وقال صندوق النقد IMF إن ذلك **ممكن**.

שר האוצר אמר: „זו אפשרות קיימת”, לפי CLSA (Nicholas Smith).

- أول بند في القائمة
- ثاني بند: IMF
- An item in English

| السنة | القيمة | ملاحظة |
|---|--:|---|
| 2024 | 1.13 | سندات |
| 2025 | 1.07 | CLSA |

वित्त मंत्री ने कहा कि यह एक **विकल्प** है। 한국은행은 **기준금리**를 동결했다. 财政部长说，国债是一张**牌**，这们还没对过。

Arrows → ← ⇒, signs ≤ ≥ ≠ ≈ ∑ √ ∞ ℝ, marks ✓ ✗ ★ ● ▲ ⚠️ ☎ and emoji 😀 🚀 👍🏽 🇯🇵 ❤️ **😀**.

> A quotation of two paragraphs.
>
> The second of them. Call 6.[^n6]

## Callouts

${['note', 'tip', 'important', 'warning', 'caution']
  .map(kind => `> [!${kind}]\n> A callout of that kind. ${long}\n>\n> - with a list\n> - in it`)
  .join('\n\n')}

> [!warning]
> ${'A callout that is longer than a page. '.repeat(160)}

> [!note]
> قال وزير المالية إن بيع السندات خيار موجود.

[^n1]: Note 1: ${long.repeat(12)}

    The second paragraph of a note.
[^second]: A second note beside it.
[^n2]: Note 2: it calls one more.[^deep]
[^deep]: The note of a note.
[^n3]: Note 3: after a listing.
[^n4]: Note 4: in a list.
[^n5]: Note 5: in a paragraph of a list.
[^n7]: Note 7: ${long.repeat(40)}

    1. A list in it, that goes on as the note does. ${long}
    2. ${long.repeat(6)}
    3. ${long.repeat(3)}

    ${long.repeat(10)} The end of note 7.
[^n8]: Note 8: it begins where it is called.
[^n6]: Note 6: in a quotation.
`
}
