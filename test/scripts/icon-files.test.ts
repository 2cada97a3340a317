import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'
import { icnsOf, icoOf } from '../../scripts/icons/icon-files.mjs'

const pictures = [16, 32, 256].map(size => ({ size, png: Buffer.from(`picture of ${size}`) }))
const pngSize = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('icon files', () => {
  it('an .ico leads from each entry to its picture', () => {
    const ico = icoOf(pictures)
    expect(ico.readUInt16LE(4)).toBe(3)
    const found = [0, 1, 2].map(at => {
      const entry = ico.subarray(6 + 16 * at)
      const offset = entry.readUInt32LE(12)
      return {
        size: entry.readUInt8(0),
        words: ico.subarray(offset, offset + entry.readUInt32LE(8)).toString(),
      }
    })
    // 256 is written as 0.
    expect(found).toEqual([
      { size: 16, words: 'picture of 16' },
      { size: 32, words: 'picture of 32' },
      { size: 0, words: 'picture of 256' },
    ])
    expect(() => icoOf([{ size: 512, png: Buffer.alloc(1) }])).toThrow(RangeError)
  })

  it('an .icns has a part for each type of a picture, and says how long it is', () => {
    const icns = icnsOf(pictures)
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('latin1', at, at + 4))
    // A Mac has no type for a PNG of 16 px.
    expect(types).toEqual(['ic11', 'ic08', 'ic13'])
  })

  it('those of the app are the pictures of every size', () => {
    const read = (name: string) => readFileSync(join(projectRoot, 'resources/icons', name))
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
      expect(pngSize(read(`${size}x${size}.png`))).toEqual([size, size])
    expect(read('icon.ico').includes(read('256x256.png'))).toBe(true)
    expect(read('icon.icns').includes(read('512x512.png'))).toBe(true)
  })
})
