// How wide the panes are that a person may set: kept from one start to the next.
import type { Signal } from '@preact/signals'
import { keptNumber } from '../state/kept.ts'

/** A pane's width and its bounds. `step` is what a key changes it by. */
export type PaneSize = {
  value: Signal<number>
  usual: number
  least: number
  most: number
  step: number
  unit: 'px' | '%'
  /** The custom property that its style reads. */
  property: string
}

function paneSize(name: string, size: Omit<PaneSize, 'value' | 'property'>): PaneSize {
  const value = keptNumber(name, size.usual, size.least, size.most)
  return { ...size, value, property: `--${name}` }
}

/** The list of a room, in CSS px. */
export const listWidth = paneSize('list-width', { usual: 272, least: 200, most: 440, step: 16, unit: 'px' })

/** The preview, or the source in its place: as a share of the desk. */
export const sideShare = paneSize('side-share', { usual: 50, least: 25, most: 70, step: 2, unit: '%' })

export function setSize({ value, least, most }: PaneSize, size: number): void {
  value.value = Math.round(Math.max(least, Math.min(most, size)))
}

/** Tells the styles, now and whenever one changes. */
export function followPaneSizes(): void {
  for (const { value, unit, property } of [listWidth, sideShare])
    value.subscribe(size => document.documentElement.style.setProperty(property, `${size}${unit}`))
}
