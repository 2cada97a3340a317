import { describe, expect, test } from 'vitest'
import { parsePage } from '../../../../main/capture/from-html/dom.ts'
import { pageFacts } from '../../../../main/capture/web/page-facts.ts'
import { writtenDay } from '../../../../main/capture/web/written-day.ts'

const facts = (html: string, savedFrom: string | null = null) => pageFacts(parsePage(html), html, savedFrom)
const jsonLd = (value: unknown) =>
  facts(`<script type="application/ld+json">${JSON.stringify(value)}</script>`)

describe('JSON-LD', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Levy doubles',
    datePublished: '2026-02-17T23:40:00+09:00',
  }

  test.each([
    ['a name', 'Ann Lee', ['Ann Lee']],
    ['names in one text', 'Ann Lee and Bo Chan', ['Ann Lee', 'Bo Chan']],
    ['a person', { '@type': 'Person', name: 'Ann Lee' }, ['Ann Lee']],
    ['persons', [{ name: 'Ann Lee' }, { name: 'Bo Chan' }], ['Ann Lee', 'Bo Chan']],
    ['a person of several names', { name: ['Ann Lee', 'Bo Chan'] }, ['Ann Lee', 'Bo Chan']],
    ['persons twice', [{ name: 'Ann Lee' }, { name: 'Ann Lee' }], ['Ann Lee']],
    ['a ministry', 'Ministry of Finance and Trade', ['Ministry of Finance and Trade']],
    ['a family name first', 'Lee, Ann', ['Lee, Ann']],
    ['nothing', null, []],
  ])('says who wrote an article by %s', (_how, author, authors) => {
    expect(jsonLd({ ...article, author }).authors).toEqual(authors)
  })

  test('is found in a list and in a graph, and joined by its ids', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', '@id': '#page', name: 'The page' },
        {
          ...article,
          author: { '@id': '#ann' },
          publisher: { '@id': '#paper' },
          mainEntityOfPage: { '@id': 'https://a.example/b' },
        },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
        { '@type': 'NewsMediaOrganization', '@id': '#paper', name: 'The Paper' },
      ],
    }
    expect(jsonLd([graph])).toEqual({
      title: 'Levy doubles',
      publisher: 'The Paper',
      authors: ['Ann Lee'],
      url: 'https://a.example/b',
      publishedOn: '2026-02-17',
      language: null,
    })
  })

  test('is read with character references in it, with line ends in its texts, and not at all where it is broken', () => {
    const written = `<script type="application/ld+json">{"@type":"Article","headline":"Ann&#8217;s\nlevy &amp; more"}</script>`
    expect(facts(written).title).toBe('Ann’s levy & more')
    expect(facts('<script type="application/ld+json">{"@type":</script><title>Levy</title>').title).toBe(
      'Levy',
    )
  })
})

describe('what a page says in meta elements', () => {
  test.each([
    [
      'citation',
      '<meta name="citation_title" content="T"><meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Chan, Bo"><meta name="citation_publication_date" content="2025/5/3"><meta name="citation_journal_title" content="J">',
    ],
    [
      'Dublin Core',
      '<meta name="DC.title" content="T"><meta name="DC.creator" content="Lee, Ann"><meta name="DC.creator" content="Chan, Bo"><meta name="DC.date.issued" content="2025-05-03"><meta name="DC.publisher" content="J">',
    ],
    [
      'Parse.ly',
      '<meta name="parsely-title" content="T"><meta name="parsely-author" content="Lee, Ann"><meta name="parsely-author" content="Chan, Bo"><meta name="parsely-pub-date" content="2025-05-03T01:00:00Z"><meta property="og:site_name" content="J">',
    ],
  ])('in the words of %s is read', (_whose, html) => {
    expect(facts(html)).toMatchObject({
      title: 'T',
      authors: ['Lee, Ann', 'Chan, Bo'],
      publishedOn: '2025-05-03',
      publisher: 'J',
    })
  })

  test('gives no author where it gives the address of one', () => {
    expect(
      facts('<meta property="article:author" content="https://f.example/ann"><a rel="author">Ann Lee</a>')
        .authors,
    ).toEqual(['Ann Lee'])
  })
})

describe('a title', () => {
  const title = (words: string, more = '') => facts(`<title>${words}</title>${more}`).title
  const site = '<meta property="og:site_name" content="The Estuary Courier">'

  test('loses the name of the site at its end or beginning', () => {
    expect(title('Levy doubles | The Estuary Courier', site)).toBe('Levy doubles')
    expect(title('Levy doubles - Estuary Courier', site)).toBe('Levy doubles')
    expect(title('The Estuary Courier: Levy doubles', site)).toBe('The Estuary Courier: Levy doubles')
    expect(title('The Estuary Courier — Levy doubles', site)).toBe('Levy doubles')
  })

  test('keeps its own dashes', () => {
    expect(title('Levy – a history – doubles', site)).toBe('Levy – a history – doubles')
    expect(title('Levy - The Other Paper')).toBe('Levy - The Other Paper')
  })

  test('is the heading that it begins with', () => {
    expect(title('Levy doubles in the bay - Other words', '<h1>Levy doubles in the bay</h1>')).toBe(
      'Levy doubles in the bay',
    )
  })
})

describe('the address', () => {
  test('is the canonical one, without what follows its reader', () => {
    expect(
      facts(
        '<link rel="canonical" href="https://a.example/b?utm_id=1&id=2"><meta property="og:url" content="https://a.example/c">',
      ).url,
    ).toBe('https://a.example/b?id=2')
  })

  test('is where the browser says that it saved the page from, where the page says none or its front page', () => {
    const comment = '<!-- saved from url=(0030)https://a.example/b?fbclid=1 -->'
    expect(facts(`<!DOCTYPE html>\n${comment}\n<html><p>a</p></html>`).url).toBe('https://a.example/b')
    expect(facts(`${comment}<html><link rel="canonical" href="/"></html>`).url).toBe('https://a.example/b')
    expect(
      facts(
        '<html><!--\n Page saved with SingleFile \n url: https://a.example/s \n saved date: Sat May 03 2025\n--></html>',
      ).url,
    ).toBe('https://a.example/s')
  })

  test('is none on this machine', () => {
    expect(facts('<link rel="canonical" href="file:///home/ann/a.html">').url).toBeNull()
  })
})

describe('the date', () => {
  test('is that of the article, not of a comment on it', () => {
    const comment = '<div class="comments"><time datetime="2026-03-01">1 March</time></div>'
    expect(
      facts(`${comment}<article><time datetime="2026-02-17T10:00">17 Feb</time></article>`).publishedOn,
    ).toBe('2026-02-17')
  })

  test.each([
    ['2026-02-17T23:40:00-03:00', '2026-02-17'],
    ['2026-02-17 23:40', '2026-02-17'],
    ['20260217', '2026-02-17'],
    ['20260217T234000Z', '2026-02-17'],
    ['2026/2/7', '2026-02-07'],
    ['2026.02.07', '2026-02-07'],
    ['Tue, 17 Feb 2026 23:40:00 +0900', '2026-02-17'],
    ['Tuesday, February 17, 2026', '2026-02-17'],
    ['Published: 17 February 2026 at 11:40 pm', '2026-02-17'],
    ['2026年2月17日 17時30分', '2026-02-17'],
    ['令和8年2月17日', '2026-02-17'],
    ['2026-02', '2026-02'],
    ['2026', '2026'],
    ['3/5/2025', null],
    ['2026-02-30', null],
    ['yesterday', null],
    ['1771369200', null],
    ['', null],
    [17, null],
  ])('%s is %s', (written, day) => {
    expect(writtenDay(written)).toBe(day)
  })
})

test('the language is a tag of one, however it is written', () => {
  expect(facts('<html lang="en_gb"></html>').language).toBe('en-GB')
  expect(
    facts('<html lang="english please"><meta property="og:locale" content="ja_JP"></html>').language,
  ).toBe('ja-JP')
  expect(facts('<p>a</p>').language).toBeNull()
})
