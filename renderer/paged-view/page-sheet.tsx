import { useEffect, useRef, useState } from 'preact/hooks'
import { strings } from '../ui/strings.ts'
import { type OpenPages, releaseCanvas } from './open-pages.ts'

/** One page, from 0. It is drawn while it is near what is in view; what was drawn before stays until the next is drawn. */
export function PageSheet({ pages, page }: { pages: OpenPages; page: number }) {
  const sheet = useRef<HTMLElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const { width, height } = pages.sizes[page] ?? { width: 1, height: 1 }

  useEffect(() => {
    if (!sheet.current) return
    const watch = new IntersectionObserver(seen => setNear(seen.at(-1)?.isIntersecting ?? false), {
      root: sheet.current.parentElement,
      rootMargin: '60% 0px',
    })
    watch.observe(sheet.current)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const [element, shown] = [sheet.current, picture.current]
    if (!isNear || !element || !shown) return
    let drawing = new AbortController()
    const watch = new ResizeObserver(([size]) => {
      const pixels = size?.devicePixelContentBoxSize[0]?.inlineSize ?? 0
      element.style.setProperty('--total-scale-factor', String(element.clientWidth / width))
      drawing.abort()
      drawing = new AbortController()
      const { signal } = drawing
      pages.draw(page, pixels, signal).then(canvas => {
        if (!canvas) return
        if (signal.aborted) releaseCanvas(canvas)
        else putIn(shown, canvas)
      }, console.error)
    })
    watch.observe(element, { box: 'device-pixel-content-box' })
    const reading = new AbortController()
    pages.drawWords(page, reading.signal).then(drawn => {
      if (drawn && !reading.signal.aborted) words.current?.replaceChildren(drawn)
    }, console.error)
    return () => {
      watch.disconnect()
      drawing.abort()
      reading.abort()
      pages.release(page)
    }
  }, [pages, page, width, isNear])

  // Far from view, and once the page is gone, nothing of it is kept.
  useEffect(() => {
    if (!isNear) return
    const [shown, read] = [picture.current, words.current]
    return () => {
      if (shown) empty(shown)
      read?.replaceChildren()
    }
  }, [isNear])

  return (
    <article
      ref={sheet}
      class="sheet"
      aria-label={strings.pagedView.page(page + 1, pages.sizes.length)}
      style={{ aspectRatio: `${width} / ${height}`, '--width': width }}
    >
      <div ref={picture} class="sheet-picture" aria-hidden="true" />
      <div ref={words} />
    </article>
  )
}

function putIn(place: HTMLElement, canvas: HTMLCanvasElement): void {
  const before = [...place.querySelectorAll('canvas')]
  place.replaceChildren(canvas)
  for (const each of before) releaseCanvas(each)
}

function empty(place: HTMLElement): void {
  for (const each of place.querySelectorAll('canvas')) releaseCanvas(each)
  place.replaceChildren()
}
