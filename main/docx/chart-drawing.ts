// A chart's SVG as a group of Word's own shapes: sharp at every size, in every version, and open to change.
import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx'
import { type IShapeGroupChildOptions, ShapeGroupRun, type ShapeLine } from 'docx/shapes'
import { textWidth as widthOfText } from '../../shared/charts/text-width.ts'
import type { DomElement } from '../capture/from-html/dom.ts'
import { classesOf } from './inline.ts'
import { colours } from './styles.ts'
import { wordText } from './text-runs.ts'
import { type Place, textWidth, type Writing } from './writing.ts'

/** What the style sheet of charts says of their classes (resources/print/chart.css and chart-lines.css). */
const coloursOfClasses: Readonly<Record<string, string>> = {
  'chart-tick': colours.quiet,
  'chart-date': colours.quiet,
  'chart-axis': colours.quiet,
  'chart-rule': colours.hairline,
}
const dashesOfClasses: Readonly<Record<string, readonly number[]>> = {
  'chart-line-1': [6, 3],
  'chart-line-2': [2, 3],
  'chart-line-3': [8, 3, 2, 3],
}
const transparencyOfClasses: Readonly<Record<string, number>> = { 'chart-range': 70 }

/** Points of a CSS pixel. */
const pointsPerPixel = 0.75

export function drawChart(svg: DomElement, writing: Writing, place: Place): Paragraph {
  const width = number(svg, 'width')
  const height = number(svg, 'height')
  const scale = Math.min(1, (textWidth(writing.document) - place.indent) / 15 / width)
  const frame: IShapeGroupChildOptions = {
    type: 'rectangle',
    line: 'none',
    transformation: { width: width * scale, height: height * scale, offset: { left: 0, top: 0 } },
  }
  const words = (name: string) => wordText(svg.querySelector(name)?.textContent ?? '')
  const drawing = new ShapeGroupRun({
    // The frame keeps the shapes at their distance from the edges.
    children: [frame, ...shapesIn(svg, scale, writing)],
    altText: { name: words('title').slice(0, 60), title: words('title'), description: words('desc') },
  })
  return new Paragraph({ style: 'Picture', indent: { left: place.indent }, children: [drawing] })
}

function shapesIn(parent: DomElement, scale: number, writing: Writing): IShapeGroupChildOptions[] {
  return [...parent.children].flatMap((element): IShapeGroupChildOptions[] => {
    switch (element.localName) {
      case 'title':
      case 'desc':
        return []
      case 'g':
        return shapesIn(element, scale, writing)
      case 'line':
        return [lineShape(element, scale)]
      case 'path':
        return pathShape(element, scale)
      case 'rect':
        return [boxShape(element, scale, rectangleOf(element), 'rectangle')]
      case 'circle':
        return [boxShape(element, scale, roundOf(element), 'ellipse')]
      case 'text':
        return textShapes(element, scale)
      default:
        writing.onUnknown(element)
        return []
    }
  })
}

type Box = { left: number; top: number; width: number; height: number }

/** Where a box stands in the group, all of it scaled. */
function at({ left, top, width, height }: Box, scale: number) {
  return {
    width: width * scale,
    height: height * scale,
    offset: { left: left * scale, top: top * scale },
  }
}

function lineShape(element: DomElement, scale: number): IShapeGroupChildOptions {
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map(name => number(element, name)) as [
    number,
    number,
    number,
    number,
  ]
  const box = {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  }
  const isRising = (x2 - x1) * (y2 - y1) < 0
  return {
    type: 'line',
    line: strokeOf(element, scale),
    transformation: { ...at(box, scale), ...(isRising && { flip: { vertical: true } }) },
  }
}

function pathShape(element: DomElement, scale: number): IShapeGroupChildOptions[] {
  const path = element.getAttribute('d') ?? ''
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  const [xs, ys] = [0, 1].map(axis => numbers.filter((_, index) => index % 2 === axis)) as [
    number[],
    number[],
  ]
  if (xs.length < 2) return []
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const line = strokeOf(element, scale)
  const transformation = at({ left, top, width, height }, scale)
  // A way without height has no box that a path could be fitted to.
  if (width === 0 || height === 0) return [{ type: 'line', line, transformation }]
  return [{ type: 'custom', path, line, transformation }]
}

function boxShape(
  element: DomElement,
  scale: number,
  box: Box,
  type: 'rectangle' | 'ellipse',
): IShapeGroupChildOptions {
  const color = colourOf(element, element.getAttribute('fill'))
  const transparency = lookOf(element, transparencyOfClasses) ?? 0
  return {
    type,
    line: element.hasAttribute('stroke') ? strokeOf(element, scale) : 'none',
    ...(color !== null && { fill: { type: 'solid', color, transparency } as const }),
    transformation: at(box, scale),
  }
}

function rectangleOf(element: DomElement): Box {
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map(name => number(element, name))
  return { left: left ?? 0, top: top ?? 0, width: width ?? 0, height: height ?? 0 }
}

function roundOf(element: DomElement): Box {
  const radius = number(element, 'r')
  return {
    left: number(element, 'cx') - radius,
    top: number(element, 'cy') - radius,
    width: 2 * radius,
    height: 2 * radius,
  }
}

/** A text, or each of its lines, in a box of its own that is wide enough in any font. */
function textShapes(text: DomElement, scale: number): IShapeGroupChildOptions[] {
  const rows = [...text.children].filter(child => child.localName === 'tspan')
  return (rows.length > 0 ? rows : [text]).map(row => {
    const words = wordText(row.textContent ?? '')
    const size = number(row, 'font-size') || number(text, 'font-size') || 11
    const width = widthOfText(words, size) * 1.25 + 6
    const height = size * 1.3
    const anchor = row.getAttribute('text-anchor') ?? text.getAttribute('text-anchor') ?? 'start'
    const x = number(row, 'x')
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    const run = new TextRun({
      text: words,
      font: 'Arial',
      size: Math.round(size * scale * pointsPerPixel * 2),
      bold: row.getAttribute('font-weight') === '600',
      color: colourOf(row, null) ?? colours.ink,
    })
    return {
      type: 'rectangle',
      line: 'none',
      transformation: at({ left, top: number(row, 'y') - size * 0.98, width, height }, scale),
      textOptions: {
        margins: { top: 0, right: 0, bottom: 0, left: 0 },
        wrap: false,
        verticalAlignment: 'top',
      },
      children: [
        new Paragraph({
          alignment: alignmentOf(anchor),
          spacing: { after: 0, line: Math.round(height * scale * 15), lineRule: LineRuleType.EXACT },
          children: [run],
        }),
      ],
    }
  })
}

function alignmentOf(anchor: string) {
  if (anchor === 'end') return AlignmentType.RIGHT
  return anchor === 'middle' ? AlignmentType.CENTER : AlignmentType.LEFT
}

function strokeOf(element: DomElement, scale: number): ShapeLine {
  const width = number(element, 'stroke-width') || 1
  const dashes = lookOf(element, dashesOfClasses)
  return {
    color: colourOf(element, element.getAttribute('stroke')) ?? colours.ink,
    width: width * scale * pointsPerPixel,
    join: 'round',
    ...(dashes && { dash: pairsOf(dashes.map(length => length / width)) }),
  }
}

function pairsOf(lengths: readonly number[]): { length: number; gap: number }[] {
  return lengths.flatMap((length, index) =>
    index % 2 === 0 ? [{ length, gap: lengths[index + 1] ?? length }] : [],
  )
}

/** A colour without its mark; null where nothing is drawn. */
function colourOf(element: DomElement, written: string | null): string | null {
  if (written === 'none') return null
  const hex = /^#([\da-f]{6})$/i.exec(written ?? '')?.[1]
  return hex ?? lookOf(element, coloursOfClasses) ?? colours.ink
}

function lookOf<T>(element: DomElement, looks: Readonly<Record<string, T>>): T | undefined {
  return classesOf(element)
    .map(name => looks[name])
    .find(look => look !== undefined)
}

function number(element: DomElement, name: string): number {
  return Number(element.getAttribute(name) ?? 0) || 0
}
