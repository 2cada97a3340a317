import { basename } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'

/** Refuses a file that was to be kept as a picture. */
export function noPicture(name: string): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `“${basename(name)}” is no picture that can be shown. Nothing was kept and the file was not touched; save it as PNG or JPEG and try again.`,
  )
}
