import { describe, expect, test } from 'vitest'
import { hyphenateHtml } from '../../../shared/brief/hyphenate-html.ts'

/** With a visible sign for each soft hyphen. */
const shown = (html: string, language = 'en-GB') => hyphenateHtml(html, language).replaceAll('\u00ad', '|')

describe('soft hyphens', () => {
  test('stand in long words of running text, and nothing else is changed', () => {
    const html = '<p>The <em>administration</em> of infrastructure, consideration.</p>'
    expect(shown(html)).toContain('<em>admin|is|tra|tion</em> of infra|struc|ture, con|')
    expect(hyphenateHtml(html, 'en-GB').replaceAll('\u00ad', '')).toBe(html)
  })

  test('are those of the language that the words are in', () => {
    expect(shown('<p lang="fr">administration</p><p>x</p>')).toContain('admi|nis|tra|tion')
    expect(shown('<li>administration</li>', 'cy')).toBe('<li>administration</li>')
  })

  test.each([
    ['a heading', '<h2 id="a">Administration administration</h2>'],
    ['a table', '<table><tr><td><p>administration</p></td></tr></table>'],
    ['a link', '<p><a href="#a">administration</a></p>'],
    ['code', '<p><code>administration</code></p>'],
    ['a figure', '<p><span data-reference="a" class="datum words">administration</span></p>'],
    ['the list of sources', '<ol class="sources"><li>administration</li></ol>'],
    ['a name', '<p>Administration</p>'],
    ['an address', '<p>www.administration.example administration.example</p>'],
    ['a word with a hyphen', '<p>administration-wide</p>'],
    ['a short word', '<p>under</p>'],
    ['a character by its number', '<p>it&#39;s</p>'],
  ])('do not stand in %s', (_, html) => {
    expect(hyphenateHtml(html, 'en-GB')).toBe(html)
  })

  test('go on after what has none, and after elements without an end', () => {
    expect(shown('<p><code>x</code><br><img src="a"> administration</p>')).toContain('tra|tion')
  })
})
