// Files of every format that is taken in, with a little of each changed: what a broken disk or somebody's malice makes of them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { partsOf } from '../../main/capture/archive/archive.ts'
import { captureBytes } from '../../main/capture/capture.ts'
import type { ReadingProcess } from '../../main/capture/process/reading-process.ts'
import { RequestProblem } from '../../shared/result.ts'
import { randomFrom } from '../bench/random.ts'
import { zipOf } from '../main/capture/zip-of.ts'

export type BrokenFiles = {
  format: string
  tried: number
  taken: number
  /** By a sentence that names the file. */
  refused: number
  /** Rejected by what nobody foresaw: the number of the file, and what came. */
  unforeseen: string[]
  /** Milliseconds of the slowest. */
  slowest: number
}

const fixtures = join(import.meta.dirname, '../fixtures/capture')

/** The formats that are read, each with files of it. */
export const wholeFiles: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf/grain.pdf', 'pdf/tariffs.pdf', 'pdf/outlook.pdf'],
  docx: ['minutes.docx', 'pumps.docx', 'raised.docx'],
  eml: ['decision.eml', 'forwarded.eml'],
  mhtml: ['harbour-levy.mhtml'],
  html: ['pages/harbour-levy.html', 'pages/hokuriku.sjis.html'],
  txt: ['harbour-levy.txt', 'hokuriku.txt'],
  zip: [],
}

/** Gives `count` broken files of a format to the process that reads files, one after the other. */
export async function readBrokenFiles(
  format: string,
  count: number,
  seed: number,
  reading: ReadingProcess,
): Promise<BrokenFiles> {
  const random = randomFrom(seed)
  const whole = format === 'zip' ? [await aZip()] : await Promise.all((wholeFiles[format] ?? []).map(bytesOf))
  const tally: BrokenFiles = { format, tried: 0, taken: 0, refused: 0, unforeseen: [], slowest: 0 }
  for (; tally.tried < count; tally.tried += 1) {
    const name = `broken-${tally.tried}.${format}`
    const file = whole[tally.tried % whole.length] ?? new Uint8Array()
    // Of two packed files one is whole as a package, and broken within.
    const isWithin = format === 'docx' && random() < 0.5
    const bytes = isWithin ? await brokenWithin(file, random) : broken(file, random)
    const begun = performance.now()
    try {
      for await (const _ of captureBytes(name, bytes, { reading }));
      tally.taken += 1
    } catch (error) {
      if (error instanceof RequestProblem && error.message.includes(name)) tally.refused += 1
      else tally.unforeseen.push(`${name}: ${String(error).slice(0, 200)}`)
    }
    tally.slowest = Math.max(tally.slowest, performance.now() - begun)
  }
  return tally
}

async function bytesOf(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(fixtures, name)))
}

async function aZip(): Promise<Uint8Array> {
  const names = ['minutes.docx', 'decision.eml', 'harbour-levy.txt', 'pages/harbour-levy.html']
  const files = await Promise.all(names.map(async name => [name, await bytesOf(name)] as const))
  return zipOf(Object.fromEntries(files))
}

/** A packed file with one of its parts broken. */
async function brokenWithin(file: Uint8Array, random: () => number): Promise<Uint8Array> {
  const parts = Object.fromEntries(await partsOf('a file', file))
  const names = Object.keys(parts)
  const name = names[Math.floor(random() * names.length)] ?? ''
  return zipOf({ ...parts, [name]: broken(parts[name] ?? new Uint8Array([0]), random) })
}

/** One to eight changes: bytes turned, cut out, repeated, or made zeros and numbers as large as they go. */
function broken(whole: Uint8Array, random: () => number): Uint8Array {
  let bytes = Uint8Array.from(whole)
  const place = () => Math.floor(random() * bytes.length)
  for (let changes = 1 + Math.floor(random() * 8); changes > 0; changes--) {
    const [at, length] = [place(), Math.floor(random() ** 3 * 200) + 1]
    switch (Math.floor(random() * 6)) {
      case 0:
        bytes[at] = Math.floor(random() * 256)
        break
      case 1:
        bytes.fill(random() < 0.5 ? 0 : 255, at, at + length)
        break
      case 2:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)])
        break
      case 3:
        bytes = Uint8Array.from([
          ...bytes.subarray(0, at),
          ...bytes.subarray(at, at + length),
          ...bytes.subarray(at),
        ])
        break
      case 4:
        bytes = bytes.slice(0, random() < 0.2 ? at : bytes.length)
        break
      default: {
        // A number in the text, such as a length or an offset.
        const digit = bytes.findIndex((byte, index) => index >= at && byte >= 48 && byte <= 57)
        if (digit !== -1) bytes.fill(57, digit, digit + 1 + Math.floor(random() * 9))
      }
    }
  }
  return bytes
}
