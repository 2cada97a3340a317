import { sha256Of } from '../capture/capture-one.ts'
import { imageSizeOf } from '../capture/image-size.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { knownPictures } from './kept-pictures.ts'
import { noPicture } from './no-picture.ts'

export function pictureRequests(library: Library): Pick<Handlers, 'brief.attach' | 'picture.describe'> {
  return {
    'brief.attach': async ({ name, bytes }) => {
      if (imageSizeOf(bytes) === null) throw noPicture(name)
      const sha256 = sha256Of(bytes)
      await library.attach(sha256, bytes)
      return { sha256 }
    },
    'picture.describe': ({ pictures }) => knownPictures(library, pictures),
  }
}
