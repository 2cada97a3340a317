import { useComputed } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { onPreferredPaper } from '../../shared/brief/paper.ts'
import type { Brief } from '../../shared/model/records.ts'
import { openFindings } from '../checks/checks-state.ts'
import { preferences, preferredPaper } from '../preferences/preferences-state.ts'
import { useScrollLock } from '../scroll-lock/use-scroll-lock.ts'
import { lists, openBrief } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { pauseFor } from '../state/pause-for.ts'
import { templates } from '../state/templates.ts'
import { strings } from '../ui/strings.ts'
import { annexWords, readAnnexWords } from './annex-words.ts'
import { composeForPreview } from './compose.ts'
import { missPicture, pictureSizes, picturesKey, readPictureSizes } from './picture-sizes.ts'
import { createPieceView, type PieceView } from './piece-view.ts'
import { markPreview } from './preview-look.ts'
import { recordsFor } from './records-for.ts'

/**
 * The brief as it will be printed, kept up with the text. It stands in a frame of its own, which runs no scripts; the window
 * looks into it from outside.
 */
export function Preview({ brief, onChoose }: { brief: Brief; onChoose: (id: string) => void }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const view = useRef<PieceView | null>(null)
  const [isReady, setReady] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const onWhole = useScrollLock(frame, isReady, () => view.current?.blocks() ?? [])
  const records = lists.value
  const template = templates.value.find(({ name }) => name === brief.template)
  const paper = preferredPaper.value
  const checked = openFindings.value
  const annex = useComputed(() => annexWords(openFindings.value)).value
  const pictures = pictureSizes(brief.body)
  const shownPictures = picturesKey(brief.body)

  useEffect(() => void readPictureSizes(brief.body), [shownPictures])
  useEffect(() => () => view.current?.stop(), [])

  useEffect(() => {
    if (!isReady || pictures === null) return
    const waiting = setTimeout(
      () => {
        const parts = {
          brief,
          template: template
            ? onPreferredPaper(template, paper)
            : { title: brief.template, numbered: false, annex: true },
          ...recordsFor(brief.body, records),
          annex,
          pictures,
        }
        composeForPreview(parts, answer => {
          const page = frame.current?.contentDocument
          // Another brief may have been opened since.
          if (!page || openBrief.value?.id !== brief.id) return
          setFailed('failed' in answer)
          if ('failed' in answer) return console.error(answer.failed)
          const { pieces, language, annexed } = answer.composed
          void readAnnexWords(annexed, checked, records)
          view.current ??= createPieceView(page.body, onWhole)
          view.current.show(pieces)
          page.documentElement.lang = language
        })
      },
      pauseFor(brief.body, 0),
    )
    return () => clearTimeout(waiting)
  }, [isReady, brief, template, paper, records, annex, pictures])

  const preferred = preferences.value
  useLayoutEffect(() => {
    const page = frame.current?.contentDocument
    if (isReady && page) markPreview(page, preferred)
  }, [isReady, preferred])

  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!isReady || !page) return
    const choose = (event: Event) => {
      // Elements of the frame belong to another realm, so instanceof would be false here.
      const target = event.target as Element | null
      const link = target?.closest?.('a')
      if (link) {
        event.preventDefault()
        // A link within the brief, such as a source's number, leads there; no other leads out of the window.
        const place = link.getAttribute('href')?.match(/^#(.+)$/)?.[1]
        if (place) page.getElementById(place)?.scrollIntoView()
        if (place) return
      }
      const id = evidenceIdAt(target)
      const isPerson = lists.value.people.some(person => person.id === id)
      if (id && (isPerson || findEvidence(lists.value, id))) onChoose(id)
    }
    const miss = ({ target }: Event) => {
      const address = (target as Element | null)?.getAttribute?.('src') ?? ''
      const [, sha256] = /^attachments\/([0-9a-f]{64})$/.exec(address) ?? []
      if (sha256) missPicture(sha256)
    }
    page.addEventListener('click', choose)
    // It tells of what fails to load on the way down alone.
    page.addEventListener('error', miss, true)
    return () => {
      page.removeEventListener('click', choose)
      page.removeEventListener('error', miss, true)
    }
  }, [isReady])

  return (
    <>
      {hasFailed && (
        <p class="preview-failed" role="alert">
          {strings.preview.failed}
        </p>
      )}
      <iframe
        ref={frame}
        class="preview-frame"
        title={strings.preview.frame}
        sandbox="allow-same-origin"
        src="document.html"
        onLoad={() => setReady(true)}
      />
    </>
  )
}

function evidenceIdAt(target: Element | null): string | null {
  return target?.closest?.('[data-reference]')?.getAttribute('data-reference') ?? null
}
