import { useState } from 'preact/hooks'
import type { Source } from '../../shared/model/records.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'

type Picture = Source['images'][number]

/** The pictures that came with a source, small under its head; pressed, as large as the window allows. */
export function SourcePictures({ images }: { images: readonly Picture[] }) {
  const [shown, setShown] = useState<Picture | null>(null)
  if (images.length === 0) return null
  return (
    <>
      <ul class="pictures" aria-label={strings.sources.pictures}>
        {images.map(picture => (
          <li key={picture.sha256}>
            <button
              type="button"
              class="picture"
              title={picture.alt || picture.name}
              onClick={() => setShown(picture)}
            >
              <Shown picture={picture} />
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <Dialog title={shown.name} onClose={() => setShown(null)} isWide>
          <Shown picture={shown} />
          {shown.alt && <p class="dialog-text">{shown.alt}</p>}
          <div class="dialog-actions">
            <Button label={strings.actions.close} onPress={() => setShown(null)} />
          </div>
        </Dialog>
      )}
    </>
  )
}

/** What cannot be shown is told by its name. */
function Shown({ picture: { sha256, alt, name } }: { picture: Picture }) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <span class="picture-name">{name}</span>
  return (
    <img
      class="picture-image"
      src={`/attachments/${sha256}`}
      alt={alt || name}
      loading="lazy"
      onError={() => setBroken(true)}
    />
  )
}
