// The places of the window that show what others wrote, each with many hostile texts at once: the app's own components.
import { render } from 'preact'
import { Card } from '../../../renderer/editor/reference-card.tsx'
import { cardWords } from '../../../renderer/editor/reference-card-words.ts'
import { composeForPreview } from '../../../renderer/preview/compose.ts'
import { createPieceView } from '../../../renderer/preview/piece-view.ts'
import { Preview } from '../../../renderer/preview/preview.tsx'
import { SearchRow } from '../../../renderer/search/search-row.tsx'
import { ReadingText } from '../../../renderer/sources/reading-text.tsx'
import type { LibraryLists } from '../../../shared/answers.ts'
import type { BriefPieces } from '../../../shared/brief/render-brief.ts'
import { excerptOf } from '../../../shared/search/excerpt.ts'
import { hostileBrief, hostileRecords } from '../hostile-records.ts'
import { provoke } from '../provoke.ts'

const shown = document.getElementById('shown') as HTMLElement
const previewPlace = document.getElementById('preview') as HTMLElement

/** Each shows some vectors, provokes them, and gives the odd addresses that it found; rejects where it cannot show them. */
const surfaces = {
  preview: showInPreview,
  reading: vectors => showInWindow(vectors.map(reading)),
  card: vectors => showInWindow(vectors.map(cards)),
  search: vectors => showInWindow(vectors.map(rows)),
} satisfies Record<string, (vectors: readonly string[]) => Promise<string[]>>

export type WindowSurface = keyof typeof surfaces
declare global {
  interface Window {
    hostile: Record<WindowSurface, (vectors: readonly string[]) => Promise<string[]>>
  }
}
window.hostile = surfaces

async function showInWindow(elements: readonly preact.ComponentChild[]): Promise<string[]> {
  render(
    elements.map((element, index) => <section key={index}>{element}</section>),
    shown,
  )
  const odd = provoke(shown, true)
  await nextFrame()
  render(null, shown)
  return odd
}

/** Composed by the preview's own thread one by one, and shown by its own view in its own frame. */
async function showInPreview(vectors: readonly string[]): Promise<string[]> {
  const frame = await previewFrame()
  const briefs: BriefPieces[] = []
  for (const vector of vectors) briefs.push(await composed(vector))
  const whole = Promise.withResolvers<void>()
  const view = createPieceView(frame.body, () => whole.resolve())
  view.show({
    before: briefs.map(({ before }) => before).join(''),
    isNumbered: true,
    main: briefs.flatMap(({ main }) => main),
    after: briefs.map(({ after }) => after).join(''),
  })
  await whole.promise
  const odd = provoke(frame, true)
  await nextFrame()
  frame.body.replaceChildren()
  return odd
}

function composed(vector: string): Promise<BriefPieces> {
  return new Promise((resolve, reject) =>
    composeForPreview(hostileBrief(vector), answer =>
      'failed' in answer ? reject(new Error(answer.failed)) : resolve(answer.composed.pieces),
    ),
  )
}

let framed: Promise<Document> | null = null

/** The preview’s frame with all that listens in it; its own text is empty. */
function previewFrame(): Promise<Document> {
  framed ??= (async () => {
    const brief = { ...hostileRecords('').brief, body: '' }
    render(<Preview brief={brief} onChoose={() => {}} />, previewPlace)
    const frame = previewPlace.querySelector('iframe') as HTMLIFrameElement
    await new Promise(done => frame.addEventListener('load', done, { once: true }))
    const page = frame.contentDocument as Document
    page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.debug('tripwire', 'blocked', violatedDirective, blockedURI),
    )
    // What the component does once its frame is there.
    await nextFrame()
    return page
  })()
  return framed
}

function reading(vector: string) {
  const { source, quote } = hostileRecords(vector)
  return (
    <article>
      <ReadingText source={source} evidence={[{ kind: 'quote', record: quote }]} openId={null} />
      <ReadingText source={{ ...source, kind: 'text' }} evidence={[]} openId={null} />
    </article>
  )
}

function cards(vector: string) {
  const lists = listsOf(vector)
  const kinds = ['quote', 'figure', 'event', 'source', 'person', 'brief'] as const
  const finding = {
    rule: 'hostile',
    severity: 'error' as const,
    message: vector,
    start: 0,
    end: 0,
    evidence: null,
  }
  return kinds.map(kind => {
    const id = `hostile-${kind}`
    const reference = { kind, id, label: vector, from: 0, to: 0 }
    return (
      <Card
        key={kind}
        reference={reference as never}
        words={cardWords(lists, kind, id)}
        findings={[finding as never]}
      />
    )
  })
}

function rows(vector: string) {
  const { excerpt, words } = excerpted(vector)
  const lists = listsOf(vector)
  return Object.entries(lists).map(([collection, [record]]) => (
    <SearchRow
      key={collection}
      hit={
        { collection, record, excerpt: [...excerpt, { text: words, isFound: true }], place: null } as never
      }
    />
  ))
}

/** The words around the first word of a vector, as the search cuts them. */
function excerpted(vector: string) {
  const words = /\p{L}+/u.exec(vector)?.[0] ?? ''
  return { excerpt: excerptOf(vector, [{ words, isPrefix: true }]).pieces, words }
}

function listsOf(vector: string): LibraryLists {
  const { source, quote, figure, event, person, brief } = hostileRecords(vector)
  return {
    sources: [source],
    briefs: [brief],
    quotes: [quote],
    figures: [figure],
    events: [event],
    people: [person],
  }
}

function nextFrame(): Promise<void> {
  return new Promise(done => requestAnimationFrame(() => setTimeout(done)))
}
