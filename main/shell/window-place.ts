// Where the window was, remembered between sessions.
import { readFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import * as z from 'zod'
import { writeDurably } from '../library/durable-file.ts'

const pixels = z.int().min(-100_000).max(100_000)
const stored = z.object({
  x: pixels,
  y: pixels,
  width: z.int().min(400).max(100_000),
  height: z.int().min(300).max(100_000),
  isMaximized: z.boolean(),
})

export type WindowPlace = z.infer<typeof stored>

/** Where the window was last, if that is still on a screen; null the first time or where the file cannot be read. */
export function recallWindowPlace(file: string): WindowPlace | null {
  try {
    const place = stored.parse(JSON.parse(readFileSync(file, 'utf8')))
    return overlaps(place, screen.getDisplayMatching(place).workArea) ? place : null
  } catch {
    return null
  }
}

/** Keeps where the window is. A failure is no reason to disturb anybody: the place is forgotten. */
export async function rememberWindowPlace(window: BrowserWindow, file: string): Promise<void> {
  const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
  await writeDurably(file, new TextEncoder().encode(JSON.stringify(place))).catch(() => undefined)
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
