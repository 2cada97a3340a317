// Of a long list, the rows that are in sight.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

/** Rows beyond the edges of the list, so that none is missing while one scrolls or walks with the arrows. */
const beyond = 8

type Rows = {
  /** The rows to draw, in order. Before or after the one that is always drawn there may be room of rows that are not. */
  shown: readonly VirtualItem[]
  /** Room in CSS px that the rows above and below would take. */
  before: number
  after: number
  /** Brings a row into sight. */
  reveal: (index: number) => void
  /** To be told of each row that is drawn, which has its index as `data-index`. */
  measure: (row: Element | null) => void
}

/**
 * Which rows of a list are to be drawn.
 *
 * @param list the element that scrolls
 * @param height what a row takes in CSS px, about: each is measured once it is drawn
 * @param head what stands over the rows in the same element and stays in sight, in CSS px
 * @param always a row that is drawn wherever one scrolls
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  head = 0,
  always: number | null = null,
): Rows {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const options = {
    count,
    overscan: beyond,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor: (range: Range) => {
      const near = defaultRangeExtractor(range)
      if (always === null || always >= range.count || near.includes(always)) return near
      return [...near, always].sort((one, other) => one - other)
    },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(null),
  }
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, Element>(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())
  const shown = virtualizer.getVirtualItems()
  return {
    shown,
    before: (shown[0]?.start ?? head) - head,
    after: virtualizer.getTotalSize() + head - (shown.at(-1)?.end ?? head),
    reveal: index => virtualizer.scrollToIndex(index, { align: 'auto' }),
    measure: virtualizer.measureElement,
  }
}
