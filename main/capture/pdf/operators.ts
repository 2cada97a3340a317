// Walks through what a page draws and tells each glyph with its place.

import { DrawnText, type Glyph, type Matrix, type PageText } from './fragments.ts'
import type { PdfOperators, PdfPage } from './pdfjs.ts'
import { type Rule, rulesOf } from './rules.ts'
import type { Tag } from './tags.ts'

type ShownGlyph = { unicode: string; width: number; isSpace: boolean; vmetric?: number[] | null }
type Font = {
  name?: string
  vertical: boolean
  isType3Font?: boolean
  fontMatrix?: number[]
  defaultVMetrics?: number[]
}
type List = { fnArray: number[]; argsArray: unknown[] }

type State = {
  ctm: Matrix
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  /** Of a light grey, as a watermark is. White is none: it stands on dark boxes. */
  isPale: boolean
  alpha: number
  /** Of an annotation that is no field of a form: somebody's remark on the page. */
  isLeftOut: boolean
}

/** Letters that TeX's bitmap fonts, which say nothing of their letters, have where others have controls (OT1 and T1). */
const texCodes = new Map(
  Object.entries({
    ...{ '\u000b': 'ff', '\u000c': 'fi', '\r': 'fl', '\u000e': 'ffi', '\u000f': 'ffl' },
    ...{ '\u001b': 'ff', '\u001c': 'fi', '\u001d': 'fl', '\u001e': 'ffi', '\u001f': 'ffl' },
    ...{ '\u0010': '“', '\u0011': '”', '\u0012': '„', '\u0013': '«', '\u0014': '»' },
    ...{ '\u0015': '–', '\u0016': '—' },
  }),
)

/** A path of more numbers is a drawing. */
const longestPath = 20_000

const identity: Matrix = [1, 0, 0, 1, 0, 0]

const initial: State = {
  ctm: identity,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  isPale: false,
  alpha: 1,
  isLeftOut: false,
}

/** The text of a page and where it stands. `tagOf` is that of its structure tree. */
export async function readPageText(
  page: PdfPage,
  ops: PdfOperators,
  tagOf: (markedContent: number) => Tag | null,
): Promise<PageText & { hasPicture: boolean; rules: Rule[] }> {
  const list = await page.getOperatorList()
  const fields = await fieldsOf(page, list, ops)
  const fonts = await fontsOf(page, list, ops)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const drawn = new DrawnText()
  const rules: Rule[] = []
  const base = transform as unknown as Matrix
  let state: State = { ...initial, ctm: base }
  const saved: State[] = []
  const marked: { isArtifact: boolean; tag: Tag | null }[] = []
  let textMatrix = identity
  let lineMatrix = textMatrix
  const moveLine = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const open = (name: unknown, id: unknown) => {
    const outer = marked.at(-1) ?? { isArtifact: false, tag: null }
    const tag = typeof id === 'number' ? tagOf(id) : null
    marked.push({ isArtifact: outer.isArtifact || name === 'Artifact', tag: tag ?? outer.tag })
  }

  const show = (glyphs: readonly (ShownGlyph | number | null)[]) => {
    const { font, size, scale, rise, ctm } = state
    if (!font || state.isLeftOut) return
    const unit = size * (font.fontMatrix?.[0] ?? 0.001)
    const move = (length: number) => {
      const step: Matrix = font.vertical ? [1, 0, 0, 1, 0, length] : [1, 0, 0, 1, length * scale, 0]
      textMatrix = multiply(textMatrix, step)
    }
    const isFaint = state.isPale || state.alpha < 0.5
    const style = {
      isBold: /bold|black|heavy/i.test(font.name ?? ''),
      isVertical: font.vertical,
      isFaint,
      ...marked.at(-1),
    }
    for (const glyph of glyphs) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        move((-glyph / 1000) * size)
        continue
      }
      const from = multiply(ctm, multiply(textMatrix, [size * scale, 0, 0, size, 0, rise]))
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
      if (font.vertical) {
        move((glyph.vmetric?.[0] ?? font.defaultVMetrics?.[0] ?? -1000) * unit)
      } else move(glyph.width * unit)
      const to = multiply(ctm, multiply(textMatrix, [1, 0, 0, 1, 0, rise]))
      drawn.add({
        ...style,
        text: (font.isType3Font && texCodes.get(glyph.unicode)) || glyph.unicode,
        from,
        to: [to[4], to[5]],
      } satisfies Glyph)
      move(font.vertical ? -spacing : spacing)
    }
  }

  for (const [index, op] of list.fnArray.entries()) {
    const args = (list.argsArray[index] ?? []) as never[] // Each operator has its own.
    switch (op) {
      case ops.save:
        saved.push({ ...state })
        break
      case ops.beginAnnotation:
        saved.push({ ...state })
        state = { ...initial, isLeftOut: !fields.has(String(args[0])) }
        state.ctm = multiply(multiply(base, args[2] ?? identity), args[3] ?? identity)
        break
      case ops.restore:
      case ops.endAnnotation:
      case ops.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case ops.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix)
        break
      case ops.paintFormXObjectBegin:
        saved.push({ ...state })
        if (args[0]) state.ctm = multiply(state.ctm, args[0])
        break
      case ops.constructPath: {
        const [painted, [path]] = args as unknown as [number, [Float32Array | null]]
        if (path && painted !== ops.endPath && path.length < longestPath)
          rules.push(...rulesOf(path, state.ctm))
        break
      }
      case ops.beginText:
        textMatrix = lineMatrix = identity
        break
      case ops.setFont:
        state.font = fonts.get(String(args[0])) ?? null
        state.size = args[1] ?? 0
        break
      case ops.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, [string, number]][]) {
          if (key === 'ca') state.alpha = Number(value)
          if (key !== 'Font') continue
          state.font = fonts.get(value[0]) ?? null
          state.size = value[1]
        }
        break
      case ops.setCharSpacing:
        state.charSpacing = args[0] ?? 0
        break
      case ops.setWordSpacing:
        state.wordSpacing = args[0] ?? 0
        break
      case ops.setHScale:
        state.scale = (args[0] ?? 100) / 100
        break
      case ops.setLeading:
        state.leading = args[0] ?? 0
        break
      case ops.setTextRise:
        state.rise = args[0] ?? 0
        break
      case ops.setFillRGBColor:
        state.isPale = isPale(args[0])
        break
      case ops.moveText:
        moveLine(args[0] ?? 0, args[1] ?? 0)
        break
      case ops.setLeadingMoveText:
        state.leading = -(args[1] ?? 0)
        moveLine(args[0] ?? 0, args[1] ?? 0)
        break
      case ops.nextLine:
        moveLine(0, -state.leading)
        break
      case ops.setTextMatrix:
        textMatrix = lineMatrix = [...((args[0] ?? textMatrix) as Matrix)]
        break
      case ops.showText:
        show(args[0] ?? [])
        break
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps:
        open(args[0], args[1])
        break
      case ops.endMarkedContent:
        marked.pop()
        break
    }
  }
  // Pictures themselves are left out of the list, but not how they are put in their place.
  const hasPicture = list.fnArray.includes(ops.transform)
  const text = drawn.read(width, height)
  return { ...text, hasPicture, rules: text.isLevel ? rules : [] }
}

/** The ids of the form fields among a page's annotations. */
async function fieldsOf(page: PdfPage, list: List, ops: PdfOperators): Promise<Set<string>> {
  if (!list.fnArray.includes(ops.beginAnnotation)) return new Set()
  const annotations = (await page.getAnnotations()) as { id: string; subtype: string }[]
  return new Set(annotations.filter(({ subtype }) => subtype === 'Widget').map(({ id }) => id))
}

async function fontsOf(page: PdfPage, list: List, ops: PdfOperators): Promise<Map<string, Font>> {
  const names = new Set<string>()
  for (const [index, op] of list.fnArray.entries()) {
    const args = list.argsArray[index] as [unknown]
    if (op === ops.setFont) names.add(String(args[0]))
    if (op !== ops.setGState || !Array.isArray(args?.[0])) continue
    for (const [key, value] of args[0] as [string, [string]][]) if (key === 'Font') names.add(value[0])
  }
  const fonts = new Map<string, Font>()
  for (const name of names) {
    const font = await new Promise<unknown>(resolve => page.commonObjs.get(name, resolve))
    // A font that cannot be read is a message instead.
    if (typeof font === 'object' && font !== null) fonts.set(name, font as Font)
  }
  return fonts
}

function multiply(m: Readonly<Matrix>, n: Readonly<Matrix>): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function isPale(colour: unknown): boolean {
  const parts = /^#(..)(..)(..)$/
    .exec(String(colour))
    ?.slice(1)
    .map(part => Number.parseInt(part, 16))
  return parts?.every(part => part >= 200 && part < 250) ?? false
}
