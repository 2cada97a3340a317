// A brief as one web page: no script, nothing that it would fetch, its fonts within it as far as its words need them.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { maker } from '../../shared/brief/maker.ts'
import type { RenderedBrief } from '../../shared/brief/render-brief.ts'
import { escapeHtml } from '../../shared/markdown/escape-html.ts'
import type { BriefToPrint, WebPage } from '../requests/ports.ts'
import { withPicturesInside } from './pictures-inside.ts'
import { coversAny } from './unicode-range.ts'

/** What the page may do wherever it is opened: show what is in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** What a writer still has to fill in is not for readers. */
const asFinished = '.empty { display: none }'

/** Makes web pages with the style of the built document page, which preview and printer have. */
export function webPage(documentPage: string): WebPage {
  return async brief => {
    const page = await readFile(documentPage, 'utf8')
    const styles = [...page.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, file = '']) =>
      join(dirname(documentPage), file),
    )
    const style = (await Promise.all(styles.map(file => inlineStyle(file, brief)))).join('\n')
    return new TextEncoder().encode(pageOf(brief, style))
  }
}

function pageOf({ title, language, html, pageStyle, pictures = {} }: BriefToPrint, style: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${maker}">
<title>${escapeHtml(title)}</title>
<style>
${style}
${pageStyle.replaceAll('<', '\\3c ')}
${asFinished}
</style>
</head>
<body>
${withPicturesInside(html, pictures)}</body>
</html>
`
}

/** A style sheet with the fonts in it that a brief's characters need; the others are left out. */
async function inlineStyle(file: string, { html, marginWords, title }: RenderedBrief): Promise<string> {
  const style = await readFile(file, 'utf8')
  const characters = new Set([...html, ...marginWords, ...title].map(each => each.codePointAt(0) ?? 0))
  const written = [...style.matchAll(fontFace)].map(([face]) => face)
  // Faces of other scripts also have the letters of this one.
  const own = written.filter(face => !isStandIn(face))
  const others = new Set([...characters].filter(each => !own.some(face => covers(face, new Set([each])))))
  const faces = new Map<string, string>()
  for (const face of written) {
    const isNeeded = covers(face, isStandIn(face) ? others : characters)
    faces.set(face, isNeeded ? await withFontInside(face, dirname(file)) : '')
  }
  return style.replace(fontFace, face => faces.get(face) ?? '')
}

const fontFace = /@font-face\s*\{[^}]*\}/g

function isStandIn(face: string): boolean {
  return /font-family:\s*["']?Noto/.test(face)
}

function covers(face: string, characters: ReadonlySet<number>): boolean {
  return coversAny(/unicode-range:([^;}]+)/i.exec(face)?.[1] ?? 'U+0-10FFFF', characters)
}

async function withFontInside(face: string, folder: string): Promise<string> {
  const [whole = '', name = ''] = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face) ?? []
  if (name === '') return face
  const bytes = await readFile(join(folder, name))
  return face.replace(whole, `url(data:font/woff2;base64,${bytes.toString('base64')})`)
}
