// How large the text of sources is set, kept from one start to the next.
import { signal } from '@preact/signals'

/** From the smallest to the largest; the stylesheet says how large each is. */
const textSizes = ['small', 'usual', 'large', 'larger', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

const key = 'reading-text-size'

function recalled(): TextSize {
  const kept = localStorage.getItem(key)
  return textSizes.find(size => size === kept) ?? 'usual'
}

export const textSize = signal<TextSize>(recalled())

/** Whether there is a next size that way. */
export function canResize(step: 1 | -1): boolean {
  return textSizes[textSizes.indexOf(textSize.value) + step] !== undefined
}

/** Sets the text a step larger or smaller. */
export function resizeText(step: 1 | -1): void {
  const next = textSizes[textSizes.indexOf(textSize.value) + step]
  if (!next) return
  textSize.value = next
  localStorage.setItem(key, next)
}
