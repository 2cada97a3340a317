import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { imageSizeOf } from '../../../main/capture/image-size.ts'
import { drawnPng, turnedJpeg } from '../../drawn-picture.ts'

/** No picture, but the segments that say how large one is. */
const jpegHead = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 1, 0x90, 2, 0x58, 1, 1, 0x11, 0])

test('a PNG says its width and height', () => {
  expect(imageSizeOf(drawnPng(30, 20))).toEqual({ width: 30, height: 20 })
  const quay = readFileSync(new URL('../../fixtures/capture/quay.png', import.meta.url))
  expect(imageSizeOf(new Uint8Array(quay))?.width).toBeGreaterThan(0)
})

test('a GIF says those of its screen', () => {
  const dot = Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  expect(imageSizeOf(new Uint8Array(dot))).toEqual({ width: 3, height: 2 })
})

test.each([
  [1, { width: 600, height: 400 }],
  [3, { width: 600, height: 400 }],
  [6, { width: 400, height: 600 }],
])('a JPEG whose camera was held as Exif’s %i says how it is seen', (orientation, size) => {
  expect(imageSizeOf(jpegHead)).toEqual({ width: 600, height: 400 })
  expect(imageSizeOf(turnedJpeg(jpegHead, orientation))).toEqual(size)
})

test('of two words on how a camera was held the first holds', () => {
  expect(imageSizeOf(turnedJpeg(turnedJpeg(jpegHead, 1), 6))).toEqual({ width: 400, height: 600 })
})

test('what is cut off before it has said so, and what is no picture, has no size', () => {
  expect(imageSizeOf(drawnPng(30, 20).subarray(0, 18))).toBeNull()
  expect(imageSizeOf(jpegHead.subarray(0, 8))).toBeNull()
  expect(imageSizeOf(new TextEncoder().encode('<svg width="3" height="3"/>'))).toBeNull()
})
