import { array, assert, constantFrom, letrec, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePage } from '../../../../main/capture/from-html/dom.ts'
import { htmlToMarkdown } from '../../../../main/capture/from-html/html-to-markdown.ts'
import { wordsBetween } from '../../../../shared/markdown/words-as-read.ts'

const base = 'https://paper.example/economy/article'
const markdown = (html: string) => htmlToMarkdown(parsePage(html).body, base)

function wordsOf(text: string): string {
  return folded(wordsBetween({ text, kind: 'html' }, 0, text.length))
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

describe('the words of a page', () => {
  /** HTML, and the words that stand in it. */
  type Part = { html: string; words: string }

  const word = oneof(
    {
      weight: 4,
      arbitrary: constantFrom('the', 'minister', '国債は', '日本', 'x', '1.13', '“yes”', 'l’État'),
    },
    {
      weight: 3,
      arbitrary: constantFrom(
        ...[
          '*',
          '**',
          '_',
          '_a_',
          '*b*',
          '`',
          '``',
          "''",
          '[1]',
          '[a](b)',
          '![i](j)',
          '<b>',
          '</p>',
          '&amp;',
          '&',
        ],
        ...[
          '1.',
          '10)',
          '-',
          '+',
          '#',
          '##',
          '>',
          '---',
          '***',
          '===',
          '|',
          '|---|',
          '~~',
          '~',
          '\\',
          '\\*',
          ':',
          '!',
        ],
        ...[
          'https://a.example/x_y_z?a=1',
          'www.b.example',
          'ann@c.example',
          '[x]',
          '<!--',
          '-->',
          '```',
          '<https://d.example>',
        ],
        ...[
          '\u00a0',
          '（',
          '「',
          '」',
          '。',
          '$5',
          '#tag',
          '1986.',
          'C#',
          'a*b*c',
          'snake_case_word',
          ':quote[x]{#y}',
        ],
      ),
    },
    { weight: 1, arbitrary: string({ unit: 'grapheme', maxLength: 6 }) },
  )
  const gap = constantFrom('', ' ', ' ', ' ', '\n  ')

  const { inline } = letrec<{ inline: Part; some: Part }>(tie => ({
    some: array(tie('inline'), { maxLength: 3 }).map(joined),
    inline: oneof(
      { depthSize: 'small', withCrossShrink: true },
      tuple(word, gap).map(([text, after]) => ({ html: escaped(text + after), words: text + after })),
      tuple(constantFrom('b', 'em', 'strong', 'i', 's', 'code', 'span', 'mark'), tie('some')).map(
        ([tag, { html, words }]) => ({
          html: `<${tag}>${html}</${tag}>`,
          words,
        }),
      ),
      tuple(
        constantFrom('https://e.example/a_(b)?utm_source=x', '#top', '/c', 'javascript:void(0)'),
        tie('some'),
      ).map(([href, { html, words }]) => ({ html: `<a href="${href}" title="no word">${html}</a>`, words })),
      constantFrom({ html: '<br>', words: '\n' }),
    ),
  }))
  const line = array(inline, { maxLength: 8 }).map(joined)
  const inBlock = (tag: string, words = line) =>
    words.map(part => ({ html: `<${tag}>${part.html}</${tag}>`, words: `\n${part.words}\n` }))

  const { blocks } = letrec<{ block: Part; blocks: Part }>(tie => ({
    blocks: array(tie('block'), { maxLength: 4 }).map(joined),
    block: oneof(
      { depthSize: 'small', withCrossShrink: true },
      inBlock('p'),
      inBlock('p'),
      oneof(...[1, 2, 3, 4, 5, 6].map(depth => inBlock(`h${depth}`))),
      inBlock('div', line),
      tuple(
        constantFrom('ul', 'ol', 'ol start="7"'),
        array(oneof(line, tie('blocks')), { maxLength: 4 }),
      ).map(([tag, items]) => ({
        html: `<${tag}>${items.map(item => `<li>${item.html}</li>`).join('')}</${tag.slice(0, 2)}>`,
        words: items.map(item => `\n${item.words}\n`).join(''),
      })),
      tie('blocks').map(({ html, words }) => ({
        html: `<blockquote>${html}</blockquote>`,
        words: `\n${words}\n`,
      })),
      tie('blocks').map(({ html, words }) => ({ html: `<div>${html}</div>`, words: `\n${words}\n` })),
      array(tuple(word, gap), { maxLength: 6 }).map(words => {
        const text = words.flat().join('')
        return { html: `<pre>${escaped(text)}</pre>`, words: `\n${text}\n` }
      }),
      array(array(inBlock('dd'), { maxLength: 2 }).map(joined), { maxLength: 2 }).map(parts => {
        const { html, words } = joined(parts)
        return { html: `<dl>${html}</dl>`, words }
      }),
      constantFrom({ html: '<hr>', words: '\n' }),
    ),
  }))

  function joined(parts: readonly Part[]): Part {
    return { html: parts.map(({ html }) => html).join(''), words: parts.map(({ words }) => words).join('') }
  }

  /** What HTML has no letter for, and what is no letter. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\ufeff]/g

  test('are read in the Markdown as they stood in the page, whatever Markdown would make of them', () => {
    assert(
      property(blocks, ({ html, words }) => {
        expect(wordsOf(markdown(html))).toBe(folded(words.replace(unseen, '')))
      }),
      { numRuns: 2000 },
    )
  })
})

test('the words of a table’s cells are read in their order', () => {
  const cell = array(
    constantFrom('1,180,000', '*', '_a_', '`', '[1]', '-', '---', ':', '国債', '<x>', '\\\\', '&amp;'),
    { maxLength: 4 },
  )
  const table = array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  assert(
    property(table, rows => {
      const html = rows.map(
        row => `<tr>${row.map(words => `<td>${escaped(words.join(' '))}</td>`).join('')}</tr>`,
      )
      const read = wordsOf(markdown(`<table><thead></thead>${html.join('')}</table>`)).replaceAll('|', ' ')
      expect(folded(read)).toBe(folded(rows.flat(2).join(' ')))
    }),
    { numRuns: 500 },
  )
})

describe('Markdown of HTML', () => {
  test('keeps the structure of a text', () => {
    expect(
      markdown(
        `<h2>The deal</h2><p>It is <b>done</b>, <i>he</i> said.<br>Today.</p><ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ul>
        <ol start="3"><li><p>three</p><p>more</p></li></ol><blockquote><p>We</p><p>agree</p></blockquote><hr><pre>x = 1
  y</pre>`,
      ),
    ).toBe(
      [
        '## The deal',
        'It is **done**, *he* said.  \nToday.',
        '- one\n  1. a\n  2. b\n- two',
        '3. three\n\n   more',
        '> We\n>\n> agree',
        '***',
        '```\nx = 1\n  y\n```',
      ].join('\n\n'),
    )
  })

  test('keeps links that lead somewhere, without what follows their reader, and the words of all others', () => {
    expect(
      markdown(
        '<p><a href="/a?id=1&utm_source=x">a</a> <a href="javascript:go()">b</a> <a href="#c">c</a> <a href="data:text/html,x">d</a> <a href="mailto:e@f.example">e</a></p>',
      ),
    ).toBe('[a](https://paper.example/a?id=1) b c d [e](mailto:e@f.example)')
    expect(htmlToMarkdown(parsePage('<p><a href="/a">a</a></p>').body, null)).toBe('a')
  })

  test('writes emphasis only where Markdown reads it as emphasis', () => {
    expect(markdown('<p><b>「日本」</b>は</p>')).toBe('「日本」は')
    expect(markdown('<p>これは<b>日本</b>です</p>')).toBe('これは**日本**です')
  })

  test('adds no backslash and no entity to a word', () => {
    expect(markdown('<p>1. May_be [sic] 5*3 &lt;b&gt; AT&amp;T C# a_b_c</p>')).toBe(
      '\u00a01. May_be [sic] 5*3 <b> AT&T C# a_b_c',
    )
    expect(markdown('<p>a *b* c</p>')).toBe('a `*`b`*` c')
  })

  test('has no words of what does not show', () => {
    expect(
      markdown(
        `<p>Seen.<script>no()</script><style>p{}</style><template>no</template><noscript>no</noscript></p><p hidden>no</p>
        <p style="display: none">no</p><span aria-hidden="true">▶</span><svg><text>no</text></svg><img alt="no" src="https://x.example/a.png">
        <span class="sr-only">no</span><button>no</button><p><span aria-hidden="true">T</span><span class="sr-only">The</span> end</p>`,
      ),
    ).toBe('Seen.\n\nThe end')
  })

  test('sets quoted words in marks, and no footnote number against a number', () => {
    expect(markdown('<p>He said <q>yes, <q>ours</q></q>: 5,000<sup>1</sup>, a word<sup>2</sup></p>')).toBe(
      'He said “yes, ‘ours’”: 5,000¹, a word2',
    )
  })

  test.each([
    ['a power below one', '10<sup>-3</sup> and 10<sup>−6</sup> of it', '10⁻³ and 10⁻⁶ of it'],
    [
      'a note in a link',
      'in 2024<a href="#n1"><sup>1</sup></a> and 5.2<b><sup>2</sup></b>',
      'in 2024¹ and 5.2²',
    ],
    ['two notes', 'rose to 5.2<sup>1, 2</sup>', 'rose to 5.2¹, ²'],
    [
      'MathML',
      '<math><msup><mn>10</mn><mn>9</mn></msup></math> of 3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
      '10⁹ of 3 1/2',
    ],
  ])('makes no other number of one and %s behind it', (_, html, words) => {
    expect(markdown(`<p>${html}</p>`).replace(/\*|\[|\]\([^)]*\)/g, '')).toBe(words)
  })

  test('writes a table of data with as many cells in each row, and no mark in them', () => {
    expect(
      markdown(
        `<table><caption>Holdings</caption><thead><tr><th>Country</th><th colspan="2">Bonds</th></tr></thead>
        <tr><td rowspan="2"><a href="/j">Japan</a></td><td><b>1.13</b></td><td>tn</td></tr><tr><td>1.1<br>est.</td><td>tn</td></tr></table>`,
      ),
    ).toBe(
      'Holdings\n\n| Country | Bonds |  |\n| --- | --- | --- |\n| Japan | 1.13 | tn |\n|  | 1.1 est. | tn |',
    )
  })

  test('makes paragraphs of a table that only lays out a page', () => {
    const cells = (words: string) => `<tr><td>${words}</td></tr>`
    expect(
      markdown(
        `<table>${cells(`<table role="presentation">${cells('<h1>News</h1>')}</table>`)}${cells('<p>One.</p><p>Two.</p>')}</table>`,
      ),
    ).toBe('# News\n\nOne.\n\nTwo.')
  })

  test('leaves words that hold blocks whole, and parts loose words by two line breaks', () => {
    expect(markdown('<a href="/x"><h3>Title</h3>text</a>loose <b>words</b><br><br>more')).toBe(
      '### Title\n\ntext\n\nloose **words**\n\nmore',
    )
  })

  test('takes time in line with the length of a page', () => {
    const paragraph = '<p>It was <b>said</b> [sic] in *Tokyo* on <a href="/x">Friday</a>, and (so) on.</p>'
    const started = performance.now()
    markdown(paragraph.repeat(4_000))
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
