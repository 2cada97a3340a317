import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../../main/capture/web/html.ts'
import { bytesOfFixture, linesOf, linesOfFixture } from '../captured-words.ts'
import { throughTheDoor } from '../through-the-door.ts'

const read = (html: string | Uint8Array, name = 'page.html') =>
  throughTheDoor(name, typeof html === 'string' ? new TextEncoder().encode(html) : html)

describe('a page that Chromium saved', () => {
  test('has the words of its article, every one and no other', async () => {
    const captured = await read(bytesOfFixture('harbour-levy.dumped.html'))
    expect(linesOf(captured)).toEqual(linesOfFixture('harbour-levy.txt'))
  })

  test('has the same words before its programs ran', async () => {
    const captured = await read(bytesOfFixture('pages/harbour-levy.html'))
    expect(linesOf(captured)).toEqual(linesOfFixture('harbour-levy.txt'))
  })

  test('has what it says of itself in JSON-LD, and no address that follows its reader', async () => {
    const captured = await read(bytesOfFixture('harbour-levy.dumped.html'))
    expect(captured).toMatchObject({
      title: 'Marrow Bay to more than double cruise levy to pay for sea wall',
      publisher: 'The Estuary Courier',
      authors: ['Bronagh Keys', 'Tomasz Wilk'],
      url: 'https://courier.example/ports/2026/02/marrow-bay-levy?id=4471',
      publishedOn: '2026-02-17',
      language: 'en-GB',
      kind: 'html',
      pages: [],
    })
    expect(captured.text).not.toMatch(/utm_|fbclid/)
    expect(captured.text).toContain('[cruise lines](https://courier.example/tags/cruise?page=2)')
  })

  test('has the picture that it carries, with the words that stand for it', async () => {
    const { images } = await read(bytesOfFixture('harbour-levy.dumped.html'))
    expect(images.map(({ name, alt }) => ({ name, alt }))).toEqual([
      { name: 'image-1.png', alt: 'Waves over a quay' },
    ])
    expect(Buffer.from(images[0]?.bytes ?? []).equals(bytesOfFixture('quay.png'))).toBe(true)
  })

  test('is read in Shift_JIS, and in UTF-8 where the browser left the old declaration', async () => {
    for (const name of ['pages/hokuriku.sjis.html', 'hokuriku.dumped.html']) {
      const captured = await read(bytesOfFixture(name))
      expect(linesOf(captured), name).toEqual(linesOfFixture('hokuriku.txt'))
      expect(captured).toMatchObject({
        title: '北陸の景気判断を引き上げ、日銀の地域報告',
        publisher: '金沢しおかぜ新聞',
        authors: ['能登谷晃'],
        url: 'https://shiokaze.example/keizai/260512.html',
        publishedOn: '2026-05-12',
        language: 'ja',
      })
    }
  })
})

describe('a page', () => {
  const sentence = 'The committee met on Monday and agreed on a plan for the river, its chair said.'
  const article = (inside: string) =>
    `<html><body><article>${`<p>${sentence}</p>`.repeat(4)}${inside}</article></body></html>`

  test('without an article has the words of its body', async () => {
    const { text } = await read('<nav>Home</nav><h1>Notice</h1><p>Closed on Friday.</p><footer>(c)</footer>')
    expect(text).toContain('Closed on Friday.')
    expect(text).not.toContain('Home')
  })

  test('keeps its sentences, whatever word of a page’s own they begin with', async () => {
    const lines = [
      'Share prices fell.',
      'Advertisement was forbidden.',
      'Read more books, he said.',
      'Comments came late.',
      'Related cases are few.',
      'Copyright 2024 was the year in which the law changed, he said.',
      '© is a sign that few can type.',
      '“We use cookies to improve our service,” the firm told the committee.',
      'We use cookies to learn who reads us, the paper said.',
    ]
    const { text } = await read(article(lines.map(line => `<p>${line}</p>`).join('')))
    for (const line of lines) expect(text).toContain(line)
  })

  test('keeps parts whose names only begin like those of a page’s own', async () => {
    const { text } = await read(
      article(
        `<div class="share-prices"><p>Shares fell.</p></div><div class="comment-from-minister"><p>He agreed.</p></div><p>${sentence}</p>`,
      ),
    )
    expect(text).toContain('Shares fell.\n\nHe agreed.')
  })

  test('loses notices of copyright and cookies', async () => {
    const lines = [
      '© 2024 The Gazette. All rights reserved.',
      'Copyright 2025 Ann Lee',
      'We use cookies to improve your visit.',
    ]
    const { text } = await read(article(lines.map(line => `<p>${line}</p>`).join('')))
    expect(text).not.toMatch(/Gazette|Ann Lee|cookies/)
  })

  test('loses parts that are named as a page’s own', async () => {
    const names = [
      'share-bar',
      'story__ad-slot--top',
      'c-newsletter-signup',
      'related-articles',
      'author-bio',
      'post-comments',
    ]
    const { text } = await read(
      article(names.map(name => `<div class="${name}"><p>Gone ${name}.</p></div>`).join('')),
    )
    expect(text).not.toContain('Gone')
  })

  test('whose paragraphs are blocks of other names, or parted by line ends, has every one', async () => {
    const sentences = Array.from(
      { length: 8 },
      (_, index) => `${sentence.slice(0, -1)}, and ${index} others said so too.`,
    )
    const blocks = sentences.map(words => `<div class="para">${words}</div>`).join('')
    for (const inside of [blocks, sentences.join('<br><br>')]) {
      const captured = await read(
        `<nav>Home</nav><div class="text">${inside}</div><div class="side"><a href="/x">Other</a></div>`,
      )
      expect(linesOf(captured)).toEqual(sentences)
    }
  })

  test('keeps a list of companies that are also buttons elsewhere', async () => {
    const { text } = await read(
      article(
        `<p>Three firms answered:</p><ul><li>Facebook</li><li>X</li><li>LINE</li></ul><ul><li><a href="/l">LINE</a></li><li><a href="/o">Other</a></li></ul><p>${sentence}</p>`,
      ),
    )
    expect(text).toContain('- Facebook\n- X\n- LINE\n\n- LINE\n- Other')
  })

  test('loses the lines that lead elsewhere', async () => {
    const { text } = await read(
      article(
        `<p>Read more: <a href="/x">Another story of ours</a></p><p>Advertisement</p><p>Sign up for our morning newsletter</p><p>Story continues below</p>
        <h3>Related</h3><ul><li><a href="/a">One story of ours</a></li><li><a href="/b">Two story of ours</a></li></ul><p>${sentence}</p>`,
      ),
    )
    expect(text).not.toMatch(/ours|Advertisement|Sign up|continues|Related/)
  })

  test('of an encyclopaedia has its headings without their marks, and its notes', async () => {
    const { text } = await read(
      article(
        `<div id="toc"><ul><li><a href="#h">History</a></li></ul></div><h2 id="h">History<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>
        <p>The bay was named in 1712.<sup><a href="#note-1">[1]</a></sup></p><h2>Trade<a class="headerlink" href="#trade">¶</a></h2><p>${sentence}</p>`,
      ),
    )
    expect(text).toContain('## History\n\nThe bay was named in 1712.[1]\n\n## Trade\n\n')
  })

  test('that is one preformatted text, or one list, stays that', async () => {
    const lines = Array.from(
      { length: 8 },
      (_, index) => `FOR IMMEDIATE RELEASE, line ${index} of a text that was typed.`,
    )
    expect((await read(`<main><pre>${lines.join('\n')}</pre></main>`)).text).toBe(
      `\`\`\`\n${lines.join('\n')}\n\`\`\``,
    )
    const items = lines.map(line => `<li>${line}</li>`).join('')
    expect((await read(`<main><ul>${items}</ul></main>`)).text).toBe(
      lines.map(line => `- ${line}`).join('\n'),
    )
  })

  test('laid out by tables has its article without the title above it', async () => {
    const { text } = await read(
      `<title>Levy doubles</title><table><tr><td><a href="/a">A</a><br><a href="/b">B</a></td><td><font size="5">Levy doubles</font>${`<p>${sentence}</p>`.repeat(5)}</td></tr></table>`,
    )
    expect(text).toBe(Array.from({ length: 5 }, () => sentence).join('\n\n'))
  })

  test('keeps an article that lay under a dialog when it was saved', async () => {
    const { text } = await read(
      `<div aria-hidden="true">${article('')}</div><div role="dialog">We use cookies</div>`,
    )
    expect(text).toContain(sentence)
    expect(text).not.toContain('cookies')
  })

  test('in windows-1252 needs no declaration', async () => {
    expect((await read(new Uint8Array(Buffer.from('<p>Caf\xe9 \x80 5</p>', 'latin1')))).text).toBe('Café € 5')
  })

  test('is read by its byte order mark', async () => {
    expect(
      (await read(new Uint8Array(Buffer.from('\ufeff<meta charset="shift_jis"><p>Łódź</p>', 'utf16le'))))
        .text,
    ).toBe('Łódź')
  })

  test('without a date of its own takes the one that its text begins with', async () => {
    const captured = await read('<title>Notice</title><p>By Ann Lee</p><p>3 May 2025</p><p>Closed.</p>')
    expect(captured).toMatchObject({ title: 'Notice', authors: ['Ann Lee'], publishedOn: '2025-05-03' })
  })

  test('tells how far it is', async () => {
    const steps: number[] = []
    await readHtml('a.html', new TextEncoder().encode('<p>Words</p>'), (done, of) => steps.push(done / of))
    expect(steps).toEqual([0.25, 0.5, 0.75, 1])
  })
})

const untouched = 'Nothing was imported and the file was not touched.'

test.each([
  ['nothing', new Uint8Array(), `“page.html” is empty. ${untouched}`],
  [
    'a PDF',
    Buffer.from('%PDF-1.7 …'),
    `“page.html” is named as a web page, and holds a PDF. ${untouched} Rename it to page.pdf`,
  ],
  [
    'plain words',
    Buffer.from('Just words.'),
    `“page.html” is not a web page. ${untouched} Open it in a browser, save the page, and import that.`,
  ],
  [
    'other bytes',
    Buffer.from([0, 1, 2, 60, 97]),
    `“page.html” is not a web page. ${untouched} Open it in a browser, save the page, and import that.`,
  ],
  [
    'a page of programs',
    Buffer.from('<html><body><div id="app"></div><script>start()</script></body></html>'),
    `“page.html” has no words in it that a reader would see. ${untouched} Some pages fetch their words while they are shown: open it in a browser, save it from there, or copy the text and paste it.`,
  ],
  [
    'a page of a hundred thousand elements within one another',
    Buffer.from(`${'<div>'.repeat(100_000)}<p>a</p>`),
    `“page.html” has elements within elements too many deep to be read. ${untouched} Copy the text in a browser and paste it.`,
  ],
])('%s is refused with a sentence', async (_what, bytes, sentence) => {
  await expect(read(new Uint8Array(bytes))).rejects.toThrow(sentence)
})
