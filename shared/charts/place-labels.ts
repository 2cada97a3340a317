// Words beside points: each where it covers neither another nor, if it can, the line. What finds no place is left out.

export type Box = { left: number; right: number; top: number; bottom: number }

/** What wants to stand at a point. Sizes are in px. */
export type WantedLabel = { x: number; y: number; width: number; height: number }

/** Where it stands, and which side of its point its words begin from. */
export type LabelPlace = { box: Box; anchor: 'start' | 'middle' | 'end' }

const away = 7

/**
 * A place for each label, in the order of what matters most; null where there is none. All of them are within the bounds and
 * none touches another. `taken` are the places that the line itself goes through.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  bounds: Box,
  taken: readonly { x: number; y: number }[],
): (LabelPlace | null)[] {
  const placed: Box[] = []
  return wanted.map(label => {
    let best: { place: LabelPlace; covered: number } | null = null
    for (const place of placesFor(label, bounds)) {
      if (!isWithin(place.box, bounds) || placed.some(other => isTouching(place.box, other))) continue
      const covered = taken.filter(point => isIn(point, place.box)).length
      if (best === null || covered < best.covered) best = { place, covered }
      if (covered === 0) break
    }
    if (best === null) return null
    placed.push(best.place.box)
    return best.place
  })
}

function placesFor({ x, y, width, height }: WantedLabel, bounds: Box): LabelPlace[] {
  const at = (left: number, top: number, anchor: LabelPlace['anchor']): LabelPlace => ({
    box: { left, right: left + width, top, bottom: top + height },
    anchor,
  })
  const near = [y - away - height, y + away, y - height / 2]
  const far = [y - 3 * away - height, y + 3 * away, y - 6 * away - height, y + 6 * away]
  const inside = Math.max(bounds.left, Math.min(x - width / 2, bounds.right - width))
  const shifted = inside === x - width / 2 ? [] : [inside]
  const around = (top: number): LabelPlace[] => [
    at(x - width / 2, top, 'middle'),
    ...shifted.map(left => (left < x - width / 2 ? at(left, top, 'end') : at(left, top, 'start'))),
    at(x + away, top, 'start'),
    at(x - away - width, top, 'end'),
  ]
  return [
    ...around(near[0] ?? 0),
    ...around(near[1] ?? 0),
    at(x + away, near[2] ?? 0, 'start'),
    at(x - away - width, near[2] ?? 0, 'end'),
    ...far.flatMap(around),
  ]
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  )
}

function isTouching(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function isIn({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom
}
