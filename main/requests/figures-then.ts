// The figures that a version was held against when it was issued.
import { measureKey } from '../../shared/measures/same-measure.ts'
import type { Figure } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'

/**
 * Those that were frozen, and the others of the library as they were at that instant. Of one that changed since, its history
 * tells that; where it does not, and where the figure measures something else than any that was frozen, it is left out.
 */
export async function figuresThen(
  library: Library,
  frozen: readonly Figure[],
  instant: string,
): Promise<Figure[]> {
  const own = new Set(frozen.map(({ id }) => id))
  const measures = new Set(frozen.map(measureKey))
  const others = library
    .list('figures')
    .filter(({ id, createdAt }) => !own.has(id) && createdAt <= instant)
    .map(async figure => {
      if (figure.updatedAt <= instant) return figure
      const version = (await library.versions(figure.id)).find(at => at <= instant)
      const found = version ? await library.version(figure.id, version).catch(() => null) : null
      if (found?.collection !== 'figures') return null
      // By what it measured then, whatever it is called today.
      return measures.has(measureKey(found.record)) ? found.record : null
    })
  return [...frozen, ...(await Promise.all(others)).filter(figure => figure !== null)]
}
