import { describe, expect, test } from 'vitest'
import { briefGrammar } from '../../../shared/markdown/grammar.ts'
import { letterOf } from '../../../shared/markdown/notes.ts'
import { renderMarkdown } from '../../../shared/markdown/render-markdown.ts'

const render = (markdown: string) =>
  renderMarkdown(markdown, {
    numbered: false,
    decimalMark: '.',
    calloutName: kind => kind,
    renderReference: ({ id }) => `<i>${id}</i>`,
    renderPicture: () => '',
    renderSources: () => '',
    renderDecision: () => '',
    renderTimeline: () => '',
  })

const call = '<sup class="note-call" id="note-a-call"><a href="#note-a" aria-label="Note a">a</a></sup>'

describe('notes', () => {
  test('are lettered in the order in which they are called, wherever they are written', () => {
    const { html, notes } = render(
      '[^b]: Second.\n\nOne[^a] two[^b] one again[^a].\n\n[^a]: First, *stressed*.',
    )
    expect(html).toBe(
      '<p>One<sup class="note-call" id="note-a-call"><a href="#note-a" aria-label="Note a">a</a></sup>' +
        ' two<sup class="note-call" id="note-b-call"><a href="#note-b" aria-label="Note b">b</a></sup>' +
        ' one again<sup class="note-call" id="note-a-call-2"><a href="#note-a" aria-label="Note a">a</a></sup>.</p>\n',
    )
    expect(notes).toEqual([
      { letter: 'a', html: '<p>First, <em>stressed</em>.</p>\n' },
      { letter: 'b', html: '<p>Second.</p>\n' },
    ])
  })

  test('have references, several paragraphs, and notes of their own', () => {
    const { notes } = render(
      'Word[^1].\n\n[^1]: See :source[x]{#report}[^2]\ngoing on.\n\n    And more.\n\n[^2]: Deep.\n\nText.',
    )
    expect(notes.map(({ html }) => html)).toEqual([
      expect.stringMatching(/^<p>See <i>report<\/i><sup .*<\/sup>\ngoing on\.<\/p>\n<p>And more\.<\/p>\n$/s),
      '<p>Deep.</p>\n',
    ])
  })

  test('that a note calls stand under it, also where two call each other', () => {
    const { html, notes } = render('A[^1] b[^2].\n\n[^1]: One[^in].\n\n[^2]: Two.\n\n[^in]: Inner[^1].')
    expect(notes.map(note => note.html.replace(/<[^>]+>/g, ''))).toEqual(['Oneb.\n', 'Innera.\n', 'Two.\n'])
    expect(html.replace(/<[^>]+>/g, '')).toBe('Aa bc.\n')
  })

  test('that nothing calls, and calls without a note, stand as they are written', () => {
    const { html, notes } = render('A word[^gone].\n\n[^left]: Nobody <calls>.')
    expect(html).toBe('<p>A word[^gone].</p>\n<p>[^left]: Nobody &#60;calls&#62;.</p>\n')
    expect(notes).toEqual([])
  })

  test('that only a note calls which nothing calls stand as they are written too', () => {
    const { html, notes } = render('Words.\n\n[^x]: See[^y].\n\n[^y]: Deep.')
    expect(html).toBe('<p>Words.</p>\n<p>[^x]: See[^y].</p>\n<p>[^y]: Deep.</p>\n')
    expect(notes).toEqual([])
  })

  test.each(['## Heading', '- item', '> words', '```\ncode\n```', '::page-break'])('end before %j', next => {
    const { html, notes } = render(`A[^1].\n\n[^1]: Note.\n${next}\n`)
    expect(notes.map(note => note.html)).toEqual(['<p>Note.</p>\n'])
    expect(html).toBe(`<p>A${call}.</p>\n${render(next).html}`)
  })

  test('that only the words of an image call stand as they are written', () => {
    expect(render('A ![b[^1]](x.png).\n\n[^1]: Note.').html).toContain('[^1]: Note.')
  })

  test('are no part of an underlined heading, and have no sections', () => {
    expect(render('Text.\n[^1]: foo\n===').html).toBe('<p>Text.</p>\n<p>[^1]: foo\n===</p>\n')
    const { notes, headings } = render('A[^1].\n\n[^1]: One.\n\n    ## Inside')
    expect(notes.map(note => note.html)).toEqual(['<p>One.</p>\n<p><strong>Inside</strong></p>\n'])
    expect(headings).toEqual([])
  })

  test('may stand in a long chain', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => `[^${index}]: n[^${index + 1}]`)
    const { notes } = render(`Text[^0].\n\n${chain.join('\n\n')}\n\n[^5000]: Last.`)
    expect(notes).toHaveLength(5001)
    expect(notes.at(-1)?.html).toBe('<p>Last.</p>\n')
  })

  test('of one name are the first; the second is shown', () => {
    const { html, notes } = render('A[^x].\n\n[^x]: One.\n\n[^x]: Two.')
    expect(notes.map(note => note.html)).toEqual(['<p>One.</p>\n'])
    expect(html).toContain('<p>[^x]: Two.</p>')
  })

  test('are found in lists, tables and quotations', () => {
    const { notes } = render(
      '- a[^1]\n\n| h[^2] |\n|---|\n| c[^3] |\n\n> q[^4]\n\n[^1]: 1\n[^2]: 2\n[^3]: 3\n[^4]: 4',
    )
    expect(notes.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('a section that only holds notes is empty', () => {
    const { html, headings } = render('## One\n\nText[^1].\n\n## Two\n\n[^1]: Note.')
    expect(html).toContain('class="empty">Two')
    expect(headings.map(heading => heading.html)).toEqual(['One'])
  })

  test('letters go on after z as Word counts them, and none comes twice', () => {
    expect([0, 25, 26, 27, 51, 52, 79].map(letterOf)).toEqual(['a', 'z', 'aa', 'bb', 'zz', 'aaa', 'bbbb'])
    const many = Array.from({ length: 1000 }, (_, index) => letterOf(index))
    expect(new Set(many).size).toBe(many.length)
  })

  test('both grammars read the same ones', () => {
    const markdown = 'A[^1] b.\n\n[^1]: One\nlazy :source[x]{#s}\n[^2]: Two\n\n    more\n\nText.'
    const found: string[] = []
    briefGrammar.parse(markdown).iterate({
      enter: ({ name, from, to }) => {
        if (name === 'Note' || name === 'NoteCall') found.push(`${name} ${markdown.slice(from, to)}`)
      },
    })
    expect(found).toEqual([
      'NoteCall [^1]',
      'Note [^1]: One\nlazy :source[x]{#s}',
      'Note [^2]: Two\n\n    more',
    ])
  })
})
