import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'

/** Throws a RequestProblem where the library can only be read, before anything of an import is looked at. */
export function mustBeWritable(library: Library): void {
  const why = library.whyReadOnly
  if (why === null) return
  throw new RequestProblem(
    'read-only',
    `The library ${library.folder} ${why.what}, so nothing was imported. Nothing was changed; ${why.remedy}.`,
  )
}
