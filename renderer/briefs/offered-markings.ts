import { markingSchemes, schemesWith } from '../../shared/verify/markings.ts'

/** Words of no scheme. */
const others = ['IN CONFIDENCE', 'EMBARGOED', 'DRAFT']

/** What fits the margin of a page; a longer one is refused, and the brief's text with it. */
export const longestMarking = 60

/** The markings that are offered: those of the schemes that a form's marking is of, or of all where it has none. */
export function offeredMarkings(form: string | null): string[] {
  const schemes = form === null ? [] : schemesWith(form)
  const levels = (schemes.length > 0 ? schemes : markingSchemes).flatMap(({ levels }) => levels)
  return [...new Set([...levels, ...others])]
}
