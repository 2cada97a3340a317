import { describe, expect, test } from 'vitest'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { briefWith, evidence, kato, source } from './records.ts'

const other = { ...source, id: 'other', title: 'Other <source>', publishedOn: null, url: null }

/** The document, without the ids of its references, which one test of their own looks at. */
function htmlOf(body: string, fields: Partial<Brief> = {}, numbered = false) {
  return wholeHtmlOf(body, fields, numbered).replaceAll(/ data-reference="[^"]*"/g, '')
}

function wholeHtmlOf(body: string, fields: Partial<Brief> = {}, numbered = false) {
  const template = { title: 'Note', numbered, annex: false }
  return renderBrief(
    composeBrief({ brief: briefWith(body, fields), template, evidence, sources: [source, other] }),
  ).html
}

const mark = '<sup class="source-mark"><a href="#source-1" aria-label="Source 1">1</a></sup>'

describe('references in the document', () => {
  test('an inline quote shows its label in quotation marks with the number of its source', () => {
    expect(htmlOf('He said :quote["does exist as an option"]{#kato-option}.')).toContain(
      `<p>He said <span class="quoted">“does exist as an option”</span>${mark}.</p>`,
    )
  })

  test('each reference tells which record it shows', () => {
    expect(wholeHtmlOf(':figure[]{#us-treasuries}')).toContain(
      '<span data-reference="us-treasuries" class="datum">$1.13 trillion</span>',
    )
    expect(wholeHtmlOf('::quote{#kato-option}')).toContain(
      '<figure data-reference="kato-option" class="quote">',
    )
  })

  test('an empty label shows the record’s own form', () => {
    const html = htmlOf(
      ':quote[]{#kato-option} :figure[]{#us-treasuries} :event[]{#resolution} :source[]{#other}',
    )
    expect(html).toContain(`“${kato.text}”`)
    expect(html).toContain('<span class="datum">$1.13 trillion</span>')
    expect(html).toContain('<span class="datum">by June 2025</span>')
    expect(html).toContain('<cite>Other &#60;source&#62;</cite>')
  })

  test('a block quote has the exact words, who said them, and the mark of its source', () => {
    expect(htmlOf('::quote{#kato-option}')).toContain(
      `<figure class="quote"><blockquote><p>“${kato.text}”</p></blockquote>` +
        '<figcaption><span class="speaker">Katsunobu Kato</span>, Finance Minister, Japan' +
        `${mark}</figcaption></figure>`,
    )
  })

  test('a line end within a quote does not open it anew; a new paragraph does', () => {
    const html = (text: string) => {
      const parts = { evidence: { ...evidence, quotes: [{ ...kato, text }] }, sources: [source] }
      const template = { title: 'Note', numbered: false, annex: false }
      return renderBrief(composeBrief({ brief: briefWith('::quote{#kato-option}'), template, ...parts })).html
    }
    expect(html('We will not\nraise taxes.').match(/“/g)).toHaveLength(1)
    expect(html('We will not.\n\nWe never did.').match(/“/g)).toHaveLength(2)
  })

  test('a block quote says when it was said only where that is known', () => {
    const quotes = [{ ...kato, saidOn: '2025-05-02' }]
    const brief = briefWith('::quote{#kato-option}')
    const template = { title: 'Note', numbered: false, annex: false }
    const { html } = renderBrief(
      composeBrief({ brief, template, evidence: { ...evidence, quotes }, sources: [source] }),
    )
    expect(html).toContain('Japan, <span class="date">2 May 2025</span><sup')
    expect(htmlOf('::quote{#kato-option}')).not.toContain('class="date"')
  })

  test('a block figure has its value, what it measures, its day and its source', () => {
    const html = htmlOf('::figure{#us-treasuries}')
    expect(html).toContain(
      '<span class="datum">$1.13 trillion</span> <span class="subject">US Treasury bonds held by Japan</span>',
    )
    expect(html).toContain('as of April 2025, <cite>Japan holds a powerful financial card</cite>')
  })

  test('a dangling reference is marked and keeps its label', () => {
    expect(htmlOf('See :quote[these words]{#gone}.')).toContain(
      '<span class="missing">these words <span class="missing-id">missing: gone</span></span>.',
    )
    expect(htmlOf('::event{#kato-option}')).toContain('missing: kato-option')
  })

  test('text from records cannot become markup', () => {
    const hostile = { ...kato, text: '<script>x</script>', speaker: '"><img src=x>', role: null }
    const { html } = renderBrief(
      composeBrief({
        brief: briefWith('::quote{#kato-option}', { title: '<i>t</i>', recipients: ['<u>'], marking: '<b>' }),
        template: { title: '<em>', numbered: false, annex: false },
        evidence: { ...evidence, quotes: [hostile] },
        sources: [{ ...source, title: '<svg onload=x>' }],
      }),
    )
    expect(html).not.toMatch(/<(?:script|img|i|u|b|em|svg)[ >]/)
  })
})

describe('the list of sources', () => {
  test('has the sources used, numbered in the order of first use, at the end', () => {
    const html = htmlOf('Said :source[first]{#other}.\n\n::quote{#kato-option}\n\n:source[again]{#other}')
    expect(html.match(/<li id="source-\d"><span class="number">\d\.<\/span> <cite>[^<]*/g)).toEqual([
      '<li id="source-1"><span class="number">1.</span> <cite>Other &#60;source&#62;',
      '<li id="source-2"><span class="number">2.</span> <cite>Japan holds a powerful financial card',
    ])
    expect(html.indexOf('Sources</h2>')).toBeGreaterThan(html.indexOf('again'))
  })

  test('says what is known of each, and “undated” where the date is not', () => {
    const html = htmlOf(':source[]{#other} :source[]{#japan-treasuries}')
    expect(html).toContain('Binance Square, undated')
    expect(html).toContain('Binance Square, 3 May 2025')
    expect(html).toContain('https://example.org/japan')
    expect(html).toContain('Captured 4 May 2025; SHA-256 ab12ab12ab12ab12…')
  })

  test('stands where ::sources asks for it, once', () => {
    const html = htmlOf('::quote{#kato-option}\n\n## Where from\n\n::sources\n\n## After\n\nx\n\n::sources')
    expect(html.match(/<ol class="sources">/g)).toHaveLength(1)
    expect(html).not.toContain('Sources</h2>')
    expect(html.indexOf('<ol class="sources">')).toBeLessThan(html.indexOf('After'))
  })

  test('is not there where no source is used', () => {
    expect(htmlOf('Text.')).not.toContain('Sources')
  })
})

describe('the head of the document', () => {
  test('has the rows that the brief has, and invents no date', () => {
    expect(htmlOf('x')).not.toContain('<dt>')
    const html = htmlOf('x', { recipients: ['A', 'B'], date: '2025-05-03', dueOn: '2025-05-06' })
    expect(html.match(/<dt>.*<\/dd>/g)).toEqual([
      '<dt>To</dt><dd>A; B</dd>',
      '<dt>Date</dt><dd>3 May 2025</dd>',
      '<dt>Due</dt><dd>6 May 2025</dd>',
    ])
  })

  test('keeps a dash in the title with the word before it', () => {
    expect(htmlOf('x', { title: 'A card—$1 <b>—x 2–3 – 4' })).toContain(
      '<h1>A <span class="with-dash">card—</span>$1 <span class="with-dash">&#60;b&#62;—</span>x <span class="with-dash">2–</span>3 – 4</h1>',
    )
  })

  test('bears the marking in capitals, top and bottom', () => {
    expect(htmlOf('x', { marking: 'Official' }).match(/<p class="marking">OFFICIAL<\/p>/g)).toHaveLength(2)
    expect(htmlOf('x')).not.toContain('marking')
  })
})

test('the same parts always give the same document', () => {
  const body = '## A\n\n:figure[]{#us-treasuries}\n\n::quote{#kato-option}'
  expect(htmlOf(body, {}, true)).toBe(htmlOf(body, {}, true))
})

test('the due day is called as its form calls it', () => {
  const htmlAs = (due?: string) => {
    const template = { title: 'Note', numbered: false, annex: false, ...(due && { due }) }
    const parts = { brief: briefWith('Text', { dueOn: '2025-05-13' }), template, evidence, sources: [source] }
    return renderBrief(composeBrief(parts)).html
  }
  expect(htmlAs('Critical date')).toContain('<dt>Critical date</dt><dd>13 May 2025</dd>')
  expect(htmlAs()).toContain('<dt>Due</dt><dd>13 May 2025</dd>')
})
