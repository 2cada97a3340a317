import { useComputed } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import type { Brief } from '../../shared/model/records.ts'
import { openFindings } from '../checks/checks-state.ts'
import { lists } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { templates } from '../state/templates.ts'
import { strings } from '../ui/strings.ts'
import { annexWords, readAnnexWords } from './annex-words.ts'
import { missPicture, pictureSizes, picturesKey, readPictureSizes } from './picture-sizes.ts'
import { showHtml } from './sanitize.ts'

/**
 * The brief as it will be printed, kept up with the text once a frame. It stands in a frame of its own, which runs no
 * scripts; the window looks into it from outside.
 */
export function Preview({ brief, onChoose }: { brief: Brief; onChoose: (id: string) => void }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const records = lists.value
  const template = templates.value.find(({ name }) => name === brief.template)
  const checked = openFindings.value
  const annex = useComputed(() => annexWords(openFindings.value)).value
  const pictures = pictureSizes(brief.body)
  const shownPictures = picturesKey(brief.body)

  useEffect(() => void readPictureSizes(brief.body), [shownPictures])

  useEffect(() => {
    if (!isReady || pictures === null) return
    const waiting = requestAnimationFrame(() => {
      const body = frame.current?.contentDocument?.body
      if (!body) return
      try {
        const composed = composeBrief({
          brief,
          template: template ?? { title: brief.template, numbered: false, annex: true },
          evidence: records,
          sources: records.sources,
          briefs: records.briefs,
          annex,
          pictures,
        })
        void readAnnexWords(composed, checked, records)
        const { html, language } = renderBrief(composed)
        const { scrollingElement } = body.ownerDocument
        const top = scrollingElement?.scrollTop ?? 0
        showHtml(body, html)
        body.ownerDocument.documentElement.lang = language
        if (scrollingElement) scrollingElement.scrollTop = top
        setFailed(false)
      } catch (error) {
        console.error(error)
        setFailed(true)
      }
    })
    return () => cancelAnimationFrame(waiting)
  }, [isReady, brief, template, records, annex, pictures])

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
