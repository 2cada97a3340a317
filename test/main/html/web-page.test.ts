import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { webPage } from '../../../main/html/web-page.ts'
import type { RenderedBrief } from '../../../shared/brief/render-brief.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const face = (family: string, file: string, range: string) =>
  `@font-face{font-family:"${family}";src:url(./${file})format("woff2");unicode-range:${range}}`

async function pageOf(brief: Partial<RenderedBrief>): Promise<string> {
  const folder = temporaryFolder()
  for (const name of ['latin', 'greek', 'kanji']) writeFileSync(join(folder, `${name}.woff2`), name)
  writeFileSync(
    join(folder, 'style.css'),
    [
      face('Source Serif 4', 'latin.woff2', 'U+0-FF'),
      face('Source Serif 4', 'greek.woff2', 'U+370-3FF'),
      face('Noto Serif JP', 'kanji.woff2', 'U+0-FF,U+65E5'),
      'body{color:red}',
    ].join(''),
  )
  writeFileSync(
    join(folder, 'document.html'),
    '<head><link rel="stylesheet" crossorigin href="./style.css"></head><body></body>',
  )
  const rendered = { title: 'T', language: 'en-GB', html: '<p>text</p>', pageStyle: '', marginWords: '' }
  return new TextDecoder().decode(await webPage(join(folder, 'document.html'))({ ...rendered, ...brief }))
}

const inside = (name: string) => `data:font/woff2;base64,${Buffer.from(name).toString('base64')}`

test('a page has its style and the fonts of its words in it, and no others', async () => {
  const latin = await pageOf({})
  expect(latin).toContain('body{color:red}')
  expect(latin).toContain(inside('latin'))
  expect(latin).not.toContain(inside('greek'))
  expect(latin).not.toContain(inside('kanji'))
  expect(await pageOf({ html: '<p>Ελλάδα</p>' })).toContain(inside('greek'))
  expect(await pageOf({ html: '<p>日</p>' })).toContain(inside('kanji'))
})

test('it names no other file and may run nothing', async () => {
  const page = await pageOf({})
  expect(page).not.toMatch(/url\((?!data:)/)
  expect(page).not.toMatch(/<(?:script|link|img|iframe)\b/)
  expect(page).toContain(`content="default-src 'none';`)
})

test('a marking cannot end the style that it stands in', async () => {
  const page = await pageOf({ pageStyle: '@page{@top-center{content:"</style><p>out"}}' })
  expect(page.match(/<\/style>/g)).toHaveLength(1)
})
