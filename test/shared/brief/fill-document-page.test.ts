import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillDocumentPage } from '../../../shared/brief/fill-document-page.ts'

const page = readFileSync(join(import.meta.dirname, '../../../renderer/document.html'), 'utf8')
const rendered = {
  title: 'A & <b>',
  language: 'en-GB',
  html: '<p>Body $& $1 </head><body></body></p>',
  pageStyle: '',
  marginWords: '',
}

test('the page gets its title, language, page style and body', () => {
  const filled = fillDocumentPage(page, rendered, 'print "1".css')
  expect(filled).toContain('<html lang="en-GB" class="paper">')
  expect(filled).toContain('<title>A &#38; &#60;b&#62;</title>')
  expect(filled).toMatch(/<link rel="stylesheet" href="print &#34;1&#34;\.css">\n\s*<\/head>/)
  expect(filled).toContain(`<body>\n${rendered.html}</body>`)
})

test('a page that lacks a place is refused', () => {
  expect(() => fillDocumentPage('<html><body></body></html>', rendered, 'x.css')).toThrow('no <html lang=')
})
