// Things beside one another, each in a lane in which it touches no other.

type Extent = { left: number; right: number }

/** What two things of one lane keep between them, in px. */
const apart = 12

/**
 * Puts things into at most so many lanes: those that come first find their place first, and what has none is left out. In a
 * lane they stand from left to right, and the lanes begin from the top with what is furthest left.
 */
export function packLanes<T>(things: readonly T[], extentOf: (thing: T) => Extent, most: number): T[][] {
  const found = intoLanes(things, extentOf, most)
  // Whatever has a place in some lanes has one in as few, taken from the left.
  const fromLeft = found.flat().sort((one, other) => extentOf(one).left - extentOf(other).left)
  return intoLanes(fromLeft, extentOf, most)
}

function intoLanes<T>(things: readonly T[], extentOf: (thing: T) => Extent, most: number): T[][] {
  const lanes: T[][] = []
  for (const thing of things) {
    const extent = extentOf(thing)
    const isFree = (lane: readonly T[]) => lane.every(other => !areTouching(extent, extentOf(other)))
    const free = lanes.find(isFree)
    if (free) free.push(thing)
    else if (lanes.length < most) lanes.push([thing])
  }
  return lanes
}

function areTouching(one: Extent, other: Extent): boolean {
  return one.left < other.right + apart && other.left < one.right + apart
}
