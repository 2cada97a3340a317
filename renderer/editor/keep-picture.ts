// A picture that was put into a brief's text, on its way into the library.
import { largestPictureBytes } from '../../shared/model/limits.ts'
import { request } from '../bridge/bridge.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** Keeps a picture and gives its SHA-256; null where it was refused, which is told. */
export async function keepPicture(file: File): Promise<string | null> {
  const refuse = (why: string) => {
    tell('problem', why)
    return null
  }
  if (file.size > largestPictureBytes) return refuse(strings.capture.pictureTooLarge(file.name))
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return refuse(strings.capture.unreadable(file.name))
  if (!(await canBeShown(file))) return refuse(strings.editor.noPicture(file.name))
  const kept = await request('brief.attach', { name: file.name, bytes: new Uint8Array(bytes) })
  return kept.ok ? kept.value.sha256 : refuse(kept.problem.message)
}

/** Its first bytes may promise a picture that the rest is not: only drawing tells. */
async function canBeShown(file: File): Promise<boolean> {
  try {
    const drawn = await createImageBitmap(file)
    drawn.close()
    return true
  } catch {
    return false
  }
}
