// The same place in two panes that show the same blocks, each in its own height. Pure. Lengths in CSS px.

/** A pane's content: where each of its blocks begins, rising, and where the last one ends, from the top of it all. */
export type BlockPlaces = {
  count: number
  topOf: (index: number) => number
  end: () => number
  height: number
}

/** Where in `to` what stands at `place` in `from` is: within a block by its share of the block, before and after them by that of what is there. */
export function samePlace(from: BlockPlaces, to: BlockPlaces, place: number): number {
  const count = Math.min(from.count, to.count)
  const stop = (pane: BlockPlaces, at: number) => {
    if (at < 0) return 0
    if (at < count) return pane.topOf(at)
    return at === count ? pane.end() : pane.height
  }
  let [low, high] = [-1, count + 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (stop(from, middle) <= place) low = middle
    else high = middle
  }
  const [begins, ends] = [stop(from, low), stop(from, low + 1)]
  const share = ends > begins ? Math.min(1, Math.max(0, (place - begins) / (ends - begins))) : 1
  const [here, there] = [stop(to, low), stop(to, low + 1)]
  return here + share * (there - here)
}

/** What is scrolled, and how far. */
export type Scrolled = { scrollTop: number; scrollHeight: number; clientHeight: number }

/** The place that a pane is at: at its top what stands at the top of the view, at its end what stands at the bottom, and between in between. */
export function placeInView({ scrollTop, scrollHeight, clientHeight }: Scrolled): number {
  const most = scrollHeight - clientHeight
  return most <= 0 ? 0 : (scrollTop * scrollHeight) / most
}

/** How far a pane is to be scrolled to be at a place. */
export function scrollTopFor(place: number, { scrollHeight, clientHeight }: Scrolled): number {
  const most = scrollHeight - clientHeight
  return most <= 0 ? 0 : Math.min(most, Math.max(0, (place * most) / scrollHeight))
}
