// Pictures that are hard to set: too wide, too tall, small in a line, in a list and in a cell; drawn, so that nobody's is copied.
import { createHash } from 'node:crypto'
import type { KeptPictures } from '../../main/requests/kept-pictures.ts'
import { drawnPng } from '../drawn-picture.ts'

function kept(width: number, height: number) {
  const bytes = drawnPng(width, height)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), width, height, bytes }
}

const [wide, tall, small] = [kept(2400, 500), kept(500, 2600), kept(60, 20)] as const

export const stressPictures: KeptPictures = Object.fromEntries(
  [wide, tall, small].map(({ sha256, ...picture }) => [sha256, picture]),
)

export const pictureSection = `## Pictures

![The wall from the sea](attachment:${wide.sha256} "Wider than the text")

A mark in a line: ![mark](attachment:${small.sha256}) and words after it.

- in a list ![mark of a list](attachment:${small.sha256})

| What | Mark |
|---|---|
| a cell | ![mark of a cell](attachment:${small.sha256}) |

![The lighthouse](attachment:${tall.sha256} "Taller than a page")
`
