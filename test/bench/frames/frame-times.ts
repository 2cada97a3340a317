// How long each frame of a page takes while it is used, by the page's own clock.
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'

/** Milliseconds between turns of the wheel: about a frame, as a touchpad sends them. */
const betweenTurns = 16

/** A turn of the wheel in CSS px. */
export type Turn = { x: number; y: number }

type Watched = { frames: number[]; isOver: boolean }

/** Turns the wheel over the middle of what is at a selector; gives the milliseconds from each frame to the next. */
export async function framesWhileTurning(
  page: Page,
  selector: string,
  turns: readonly Turn[],
): Promise<number[]> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`There is nothing at ${selector}.`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const watched: Watched = { frames: [], isOver: false }
    Object.assign(globalThis, { watched })
    let before: number | null = null
    const onFrame = (at: number) => {
      if (before !== null) watched.frames.push(at - before)
      before = at
      if (!watched.isOver) requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
  })
  for (const { x, y } of turns) {
    const next = setTimeout(betweenTurns)
    await page.mouse.wheel(x, y)
    await next
  }
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    watched.isOver = true
    return watched.frames
  })
}
