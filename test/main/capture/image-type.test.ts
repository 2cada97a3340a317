import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { imageTypeOf } from '../../../main/capture/image-type.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

test('a picture is known by its first bytes', () => {
  expect(imageTypeOf(readFileSync('test/fixtures/capture/quay.png'))).toBe('image/png')
  expect(imageTypeOf(bytes('\xff\xd8\xff\xe0\0\x10JFIF'))).toBe('image/jpeg')
  expect(imageTypeOf(bytes('GIF89a\x01\0\x01\0'))).toBe('image/gif')
  expect(imageTypeOf(bytes('RIFF\x24\0\0\0WEBPVP8 '))).toBe('image/webp')
})

test.each(['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'RIFF\x24\0\0\0WAVE', '\x89PNG'])(
  '%j is none',
  text => {
    expect(imageTypeOf(bytes(text))).toBeNull()
  },
)
