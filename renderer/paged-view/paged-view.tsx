import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { cursorPlace } from '../editor/cursor-place.ts'
import { shownLine } from '../editor/line-to-show.ts'
import { openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import type { OpenPages } from './open-pages.ts'
import { pageInView } from './page-count.tsx'
import { PageSheet } from './page-sheet.tsx'
import { usePagesInPrint } from './pages-in-print.ts'
import { heightOf, placeAt, type Sheet, scrollToSee } from './sheet-places.ts'
import { landmarksOf, offsetOf, placeOf } from './writing-place.ts'
import { useZoom } from './zoom.ts'

/**
 * The pages of a brief as they will be printed, kept at the place that is looked at. They follow the writing until a
 * person scrolls them, and again once the cursor goes to another paragraph.
 */
export function PagedView({ brief }: { brief: Brief }) {
  const { pages, isPrinting, problem, retry } = usePagesInPrint(brief)
  const scroller = useRef<HTMLElement>(null)
  /** The place on paper at the top of the view. */
  const kept = useRef(0)
  const following = useRef({ isOn: true, paragraph: -1 })
  const zoom = useZoom(scroller)
  const texts = strings.pagedView

  const seeCursor = (behavior: ScrollBehavior) => {
    const [view, cursor, body] = [scroller.current, cursorPlace.value, openBrief.peek()?.body]
    if (!view || !pages || cursor?.brief !== brief.id || body === undefined) return
    const place = placeOf(landmarksOf(body, pages.headings, pages.sizes.length), cursor.offset)
    const sheets = sheetsIn(view)
    const seen = { top: view.scrollTop, height: view.clientHeight }
    const top = scrollToSee(heightOf(sheets, place), seen)
    if (top === null) return
    kept.current = placeAt(sheets, top)
    view.scrollTo({ top, behavior })
  }

  useLayoutEffect(() => {
    const view = scroller.current
    if (!view || !pages) return
    const keepPlace = () => {
      view.scrollTop = heightOf(sheetsIn(view), kept.current)
      tellPage(view, pages.sizes.length)
    }
    keepPlace()
    if (following.current.isOn) seeCursor('instant')
    const watch = new ResizeObserver(keepPlace)
    watch.observe(view)
    return () => watch.disconnect()
  }, [pages, zoom])

  useSignalEffect(() => {
    const cursor = cursorPlace.value
    if (cursor?.brief !== brief.id) return
    const paragraph = openBrief.peek()?.body.lastIndexOf('\n\n', cursor.offset - 1) ?? -1
    const isOther = paragraph !== following.current.paragraph
    following.current = { isOn: following.current.isOn || isOther, paragraph }
    if (following.current.isOn) seeCursor('smooth')
  })
  useEffect(
    () => () => {
      pageInView.value = null
    },
    [],
  )

  const letGo = () => {
    following.current.isOn = false
  }

  return (
    <>
      {isPrinting && <div class="pages-updating" />}
      {problem !== null && (
        <div class="pages-problem" role="alert">
          <p>{problem}</p>
          <Button label={strings.actions.retry} look="quiet" onPress={retry} />
        </div>
      )}
      <section
        ref={scroller}
        class="sheets"
        aria-label={texts.region}
        aria-busy={isPrinting}
        style={{ '--widest': widestOf(pages) }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pages are scrolled with the keys
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          kept.current = placeAt(sheetsIn(currentTarget), currentTarget.scrollTop)
          if (pages) tellPage(currentTarget, pages.sizes.length)
        }}
        onWheel={letGo}
        onPointerDown={letGo}
        onKeyDown={letGo}
        onDblClick={({ currentTarget, clientY }) => {
          const body = openBrief.peek()?.body
          if (!pages || body === undefined) return
          const y = clientY - currentTarget.getBoundingClientRect().top + currentTarget.scrollTop
          const landmarks = landmarksOf(body, pages.headings, pages.sizes.length)
          const offset = offsetOf(landmarks, placeAt(sheetsIn(currentTarget), y))
          shownLine.value = { brief: brief.id, line: body.slice(0, offset).split('\n').length }
        }}
      >
        {pages === null && isPrinting && <p class="pages-none">{texts.printing}</p>}
        {pages?.sizes.map((_, page) => (
          <PageSheet key={page} pages={pages} page={page} />
        ))}
      </section>
    </>
  )
}

/** In points. */
function widestOf(pages: OpenPages | null): number {
  return Math.max(1, ...(pages?.sizes.map(({ width }) => width) ?? []))
}

function sheetsIn(view: HTMLElement): Sheet[] {
  return [...view.querySelectorAll<HTMLElement>('.sheet')].map(({ offsetTop, offsetHeight }) => ({
    top: offsetTop,
    height: offsetHeight,
  }))
}

/** The page that the middle of the view is on. */
function tellPage(view: HTMLElement, of: number): void {
  const page = Math.min(Math.floor(placeAt(sheetsIn(view), view.scrollTop + view.clientHeight / 2)) + 1, of)
  const told = pageInView.peek()
  if (told?.page !== page || told.of !== of) pageInView.value = { page, of }
}
