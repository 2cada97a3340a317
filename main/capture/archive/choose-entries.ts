import { kindOfName } from '../format.ts'

/**
 * Which files of a ZIP a person would mean: no pictures, no files of other programs, and not what a browser saves beside a
 * page.
 */
export function chooseEntries(paths: readonly string[]): (path: string) => boolean {
  const pages = new Set(
    paths.filter(path => /\.html?$/i.test(path)).map(path => path.replace(/\.html?$/i, '')),
  )
  const isOfPage = (path: string) =>
    [...path.matchAll(/_files\//gi)].some(({ index }) => pages.has(path.slice(0, index)))
  return path => !isOfPage(path) && !['image', 'unknown'].includes(kindOfName(path))
}
