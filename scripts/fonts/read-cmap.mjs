// The characters that a WOFF2 file has glyphs for, from its `cmap` (W3C WOFF File Format 2.0, sections 4 and 5; OpenType, `cmap`).
import { brotliDecompressSync } from 'node:zlib'

/** The numbers that a directory's entry has for these tables in place of their names. */
const [cmapTable, glyfTable, locaTable] = [0, 10, 11]
/** Its own name follows where it has this one. */
const namedTable = 0x3f

/**
 * Code points, in rising order. Throws where the file is no WOFF2 or has no `cmap` that it can read.
 * @param {Buffer} woff2
 */
export function readCmap(woff2) {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This file is no WOFF2.')
  const { offset, length, end } = findCmap(woff2)
  const tables = brotliDecompressSync(woff2.subarray(end, end + woff2.readUInt32BE(20)))
  return charactersOf(tables.subarray(offset, offset + length))
}

/**
 * Where `cmap` lies among the unpacked tables, and where the directory ends.
 * @param {Buffer} woff2
 */
function findCmap(woff2) {
  let at = 48
  let offset = 0
  let found = null
  const base128 = () => {
    for (let value = 0; ; ) {
      const byte = woff2.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
      if ((byte & 0x80) === 0) return value
    }
  }
  for (let count = woff2.readUInt16BE(12); count > 0; count--) {
    const flags = woff2.readUInt8(at++)
    const table = flags & 0x3f
    if (table === namedTable) at += 4
    let length = base128()
    // Glyphs and their places are rearranged unless the entry has version 3; any other table only if it has a version.
    const version = flags >> 6
    const isGlyphs = table === glyfTable || table === locaTable
    if (isGlyphs ? version !== 3 : version !== 0) length = base128()
    if (table === cmapTable) found = { offset, length }
    offset += length
  }
  if (found === null) throw new Error('This font has no cmap.')
  return { ...found, end: at }
}

/** @param {Buffer} cmap */
function charactersOf(cmap) {
  const found = /** @type {Set<number>} */ (new Set())
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const platform = cmap.readUInt16BE(4 + index * 8)
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + index * 8))
    const format = subtable.readUInt16BE(0)
    // Unicode's and Windows's. Format 14 has variants of characters that are in the others.
    if ((platform !== 0 && platform !== 3) || format === 14) continue
    if (format === 4) addSegments(subtable, found)
    else if (format === 12) addGroups(subtable, found)
    else throw new Error(`This font has a cmap of format ${format}.`)
  }
  return [...found].sort((one, other) => one - other)
}

/**
 * Format 4.
 * @param {Buffer} table
 * @param {Set<number>} found
 */
function addSegments(table, found) {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + size + at)
    const delta = table.readUInt16BE(16 + 2 * size + at)
    const rangeAt = 16 + 3 * size + at
    const range = table.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(rangeAt + range + 2 * (code - start))
      if (glyph !== 0) found.add(code)
    }
  }
}

/**
 * Format 12.
 * @param {Buffer} table
 * @param {Set<number>} found
 */
function addGroups(table, found) {
  for (let at = 16, left = table.readUInt32BE(12); left > 0; left--, at += 12) {
    const [start, end, glyph] = [
      table.readUInt32BE(at),
      table.readUInt32BE(at + 4),
      table.readUInt32BE(at + 8),
    ]
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) found.add(code)
  }
}
