import { describe, expect, test } from 'vitest'
import { readFragment } from '../../../../main/capture/web/fragment.ts'

describe('a pasted selection of a page', () => {
  test('keeps all that was selected, with its structure', () => {
    const html = `<meta charset="utf-8"><h2 style="color: rgb(0, 0, 0)">Quotas to end</h2><p>He said <b>yes</b>.</p><p>Share</p>
      <ul><li>one</li></ul><a href="https://paper.example/a?utm_source=x">more</a>`
    expect(readFragment(html, 'Quotas to end\n\nHe said yes.\n\nShare\n\none\nmore')).toMatchObject({
      kind: 'html',
      title: 'Quotas to end',
      text: '## Quotas to end\n\nHe said **yes**.\n\nShare\n\n- one\n\n[more](https://paper.example/a)',
    })
  })

  test('has the spaces that a browser copies as no-break ones at the edges of elements', () => {
    const html =
      '<p>He said<span>\u00a0</span><b>yes</b>,<span class="Apple-converted-space">&nbsp;</span><i>twice</i>, at 5\u00a0pm.</p>'
    expect(readFragment(html, 'He said yes, twice, at 5\u00a0pm.').text).toBe(
      'He said **yes**, *twice*, at 5\u00a0pm.',
    )
  })

  test('is the plain text where the HTML has no structure', () => {
    const html =
      '<html><body>\r\n<!--StartFragment--><span>One\ntwo *three*</span><!--EndFragment--></body></html>'
    expect(readFragment(html, 'One\r\ntwo *three*')).toMatchObject({
      kind: 'text',
      text: 'One\ntwo *three*',
      title: null,
    })
  })

  test('is the plain text where it comes from an editor of code', () => {
    const html = `<meta charset='utf-8'><div style="color: #3b3b3b;background-color: #ffffff;font-family: 'Droid Sans Mono', monospace;font-size: 14px;line-height: 19px;white-space: pre;"><div><span style="color: #0000ff;">const</span><span> a = </span><b>1</b></div><br><div>b</div></div>`
    expect(readFragment(html, 'const a = 1\n\nb')).toMatchObject({ kind: 'text', text: 'const a = 1\n\nb' })
  })

  test('of a document that wraps all in an undone emphasis has none', () => {
    const html = '<b style="font-weight:normal;" id="docs-internal-guid-1"><span>One two</span></b>'
    expect(readFragment(html, 'One two').text).toBe('One two')
  })

  test('is the plain text where the HTML has fewer words', () => {
    expect(readFragment('<p>Only this.</p><p hidden>And that.</p>', 'Only this. And that.')).toMatchObject({
      kind: 'text',
      text: 'Only this. And that.',
    })
  })

  test('has the address of its page where the page says it', () => {
    expect(
      readFragment(
        '<base href="https://a.example/x?gclid=1"><p>Words <a href="/y">here</a></p>',
        'Words here',
      ),
    ).toMatchObject({
      url: 'https://a.example/x',
      text: 'Words [here](https://a.example/y)',
    })
    expect(readFragment('<link rel="canonical" href="https://a.example/z"><p>Words</p>', 'Words').url).toBe(
      'https://a.example/z',
    )
  })

  test('is what the HTML says where there is no plain text', () => {
    expect(readFragment('<p>Words</p>', '').text).toBe('Words')
  })

  test('is refused where it has no words', () => {
    expect(() => readFragment('<img src="https://a.example/b.png">', ' ')).toThrow(
      '“The pasted text” has no words in it. Nothing was imported and the file was not touched. Select some text and copy it again.',
    )
    expect(() => readFragment('', '')).toThrow(/has no words/)
  })

  test('is the plain text where the HTML is nested too deeply', () => {
    const html = `${'<div>'.repeat(30_000)}<p>a</p>`
    expect(readFragment(html, 'a').text).toBe('a')
  })
})
