// Things beside one another, each in a lane in which it touches no other.

type Extent = { left: number; right: number }

/** What two things of one lane keep between them, in px. */
const apart = 12

/**
 * Puts things into at most so many lanes: those that come first find their place first, and what has none is left out. In a
 * lane they stand from left to right, and the lanes begin from the top with what is furthest left.
 */
export function packLanes<T>(things: readonly T[], extentOf: (thing: T) => Extent, most: number): T[][] {
  const lanes: T[][] = []
  for (const thing of things) {
    const extent = extentOf(thing)
    const isFree = (lane: readonly T[]) => lane.every(other => !areTouching(extent, extentOf(other)))
    const free = lanes.find(isFree)
    if (free) free.push(thing)
    else if (lanes.length < most) lanes.push([thing])
  }
  // Whatever has a place in some lanes has one in as few, taken from the left.
  const fromLeft = lanes.flat().sort((one, other) => extentOf(one).left - extentOf(other).left)
  return packFromLeft(fromLeft, extentOf, most).lanes
}

/**
 * The same of things that come from left to right, which is quick. `lowestOf` gives the first lane that a thing may have, where
 * something stands in those below.
 */
export function packFromLeft<T>(
  things: readonly T[],
  extentOf: (thing: T) => Extent,
  most: number,
  lowestOf: (thing: T) => number = () => 0,
): { lanes: T[][]; leftOut: T[] } {
  const lanes: T[][] = []
  const ends: number[] = []
  const leftOut: T[] = []
  for (const thing of things) {
    const { left, right } = extentOf(thing)
    let at = lowestOf(thing)
    while (at < most && left < (ends[at] ?? Number.NEGATIVE_INFINITY) + apart) at += 1
    if (at >= most) {
      leftOut.push(thing)
      continue
    }
    while (lanes.length <= at) lanes.push([])
    lanes[at]?.push(thing)
    ends[at] = Math.max(right, ends[at] ?? right)
  }
  return { lanes, leftOut }
}

function areTouching(one: Extent, other: Extent): boolean {
  return one.left < other.right + apart && other.left < one.right + apart
}
