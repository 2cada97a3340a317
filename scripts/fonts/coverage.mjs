// The characters that a brief can be printed in: those of the faces in resources/print/fonts.css, by what their files hold.
// `node scripts/fonts/coverage.mjs` writes them into shared/verify/covered-ranges.ts.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { readCmap } from './read-cmap.mjs'

const root = resolve(import.meta.dirname, '../..')
const fonts = join(root, 'resources/print/fonts.css')
const { resolve: resolvePackage } = createRequire(fonts)

/** @typedef {{ family: string, style: string, weight: string, covers: Set<number> }} Face */

/**
 * Every face of a style sheet and of those that it imports; what it covers is what its file has and its `unicode-range` lets through.
 * @param {string} file
 * @returns {Face[]}
 */
function facesOf(file) {
  const css = readFileSync(file, 'utf8')
  const at = (/** @type {string} */ path) =>
    path.startsWith('.') ? join(dirname(file), path) : resolvePackage(path)
  const imported = [...css.matchAll(/@import "([^"]+)"/g)].flatMap(([, path = '']) => facesOf(at(path)))
  const own = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, declarations = '']) => {
    const value = (/** @type {string} */ name) =>
      new RegExp(`${name}:\\s*([^;]+);`).exec(declarations)?.[1]?.replace(/['"]/g, '').trim() ?? ''
    const path = /url\(["']?([^)"']+\.woff2)/.exec(declarations)?.[1] ?? ''
    const isUsed = rangeTest(value('unicode-range'))
    return {
      family: value('font-family'),
      style: value('font-style'),
      weight: value('font-weight'),
      covers: new Set(readCmap(readFileSync(at(path))).filter(isUsed)),
    }
  })
  return [...imported, ...own]
}

/** @param {string} written */
function rangeTest(written) {
  const ranges = written
    .split(',')
    .map(range => /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(range))
    .map(match => [match?.[1] ?? '0', match?.[2] ?? match?.[1] ?? '10ffff'])
    .map(([from = '', to = '']) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
  return (/** @type {number} */ code) => ranges.some(([from = 0, to = 0]) => from <= code && code <= to)
}

/** The families, each with the characters that all of its weights and styles have. */
export function coverageOfFamilies() {
  /** @type {Map<string, Map<string, Set<number>>>} */
  const families = new Map()
  for (const { family, style, weight, covers } of facesOf(fonts)) {
    const styles = families.get(family) ?? new Map()
    const name = `${weight} ${style}`
    styles.set(name, new Set([...(styles.get(name) ?? []), ...covers]))
    families.set(family, styles)
  }
  return [...families].map(([family, styles]) => {
    const [first = new Set(), ...others] = styles.values()
    const covers = [...first].filter(code => others.every(other => other.has(code)))
    return { family, covers }
  })
}

/** All characters as ranges: how many lie between one and the next, and how many are in it if that is more than one, in base 36. */
export function writtenRanges() {
  const all = new Set(coverageOfFamilies().flatMap(({ covers }) => covers))
  const codes = [...all].sort((one, other) => one - other)
  const ranges = []
  let next = 0
  for (let index = 0; index < codes.length; ) {
    const start = codes[index] ?? 0
    let count = 1
    while (codes[index + count] === start + count) count += 1
    ranges.push((start - next).toString(36) + (count === 1 ? '' : `-${count.toString(36)}`))
    next = start + count
    index += count
  }
  return ranges.join(' ')
}

if (process.argv[1] === import.meta.filename) {
  const lines = writtenRanges().match(/.{1,104}(?: |$)/g) ?? []
  writeFileSync(
    join(root, 'shared/verify/covered-ranges.ts'),
    `// Written by scripts/fonts/coverage.mjs, which says how it is to be read.\n\nexport const coveredRanges = \`\n${lines.map(line => `${line.trim()}\n`).join('')}\`\n`,
  )
}
