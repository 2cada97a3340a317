import { basename } from 'node:path'
import type { Kept } from '../../shared/answers.ts'
import type { Source } from '../../shared/model/records.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import {
  type CapturedFile,
  type CapturedPaste,
  capturePaste,
  readPiece,
  sha256Of,
} from '../capture/capture-one.ts'
import { imageTypeOf } from '../capture/image-type.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import { noPicture } from './no-picture.ts'
import type { Ports } from './ports.ts'
import { saveSourceText, withText } from './source-text.ts'
import type { TakingIn } from './taking-in.ts'

export function sourceRequests(
  library: Library,
  { desktop, dialogs, notify, now, taking }: Ports & { taking: TakingIn },
): Pick<
  Handlers,
  | 'source.import'
  | 'source.capture'
  | 'source.paste'
  | 'source.set'
  | 'source.alike'
  | 'source.attach'
  | 'brief.paste'
  | 'capture.cancel'
> {
  /** One after the other: of two copies that come at once the second is to find the first. */
  let lastKept: Promise<unknown> = Promise.resolve()
  const inTurn = (keeping: () => Promise<Kept>): Promise<Kept> => {
    const turn = lastKept.then(keeping)
    lastKept = turn.catch(() => undefined)
    return turn
  }
  return {
    'source.import': async ({ fields, areNamed }) => {
      const paths = areNamed ? desktop.namedFiles.takeSources() : await dialogs.chooseSources()
      const outcome = await taking.files(paths, file => keepFile(file, fields))
      const failed = new Set(outcome.failures.map(({ file }) => file))
      for (const path of paths) if (!failed.has(path)) desktop.rememberFile(path)
      return outcome
    },
    'source.capture': async ({ name, bytes }) => taking.bytes(name, bytes, file => keepFile(file, {})),
    'source.paste': async ({ text, html }) =>
      keepPaste(await taking.paste(work => capturePaste(text, html, work))),
    'brief.paste': async ({ html, text }) => {
      const read = await taking.paste(work => readPiece(html, text, work))
      return { markdown: read?.kind === 'html' ? read.text : null }
    },
    'source.alike': async ({ id }) => {
      const alike = await library.likeSources(await library.get('sources', id))
      return { sources: alike.flatMap(({ source }) => (source.id === id ? [] : [summaryOfSource(source)])) }
    },
    'source.attach': async ({ id, name, bytes }) => {
      if (imageTypeOf(bytes) === null) throw noPicture(name)
      const image = { sha256: sha256Of(bytes), name: basename(name), bytes: bytes.length, alt: '' }
      await library.attach(image.sha256, bytes)
      return changeSince(library, notify, { collection: 'sources', id, since: undefined }, source => {
        if (source.images.some(({ sha256 }) => sha256 === image.sha256)) return source
        return { ...source, images: [...source.images, image], updatedAt: now().toISOString() }
      })
    },
    'capture.cancel': async () => {
      taking.cancel()
      return null
    },
    'source.set': async ({ id, fields, since }) => {
      const time = now().toISOString()
      const target = { collection: 'sources' as const, id, since }
      const { text, ...others } = defined(fields)
      if (text !== undefined) {
        const change = (source: Source) => ({ ...withText(source, text, time), ...others, updatedAt: time })
        return saveSourceText(library, notify, target, change)
      }
      return changeSince(library, notify, target, source => ({ ...source, ...others, updatedAt: time }))
    },
  }

  /** Keeps a file as a source, unless there is one with its very words. */
  function keepFile(file: CapturedFile, fields: ChosenFields): Promise<Kept> {
    const original = { sha256: file.source.sha256, bytes: file.bytes }
    return inTurn(async () => (await known(file)) ?? keep(file, fields, [original]))
  }

  function keepPaste(paste: CapturedPaste): Promise<Kept> {
    return inTurn(async () => (await known(paste)) ?? keep(paste, {}, []))
  }

  async function known({ source }: CapturedPaste): Promise<Kept | null> {
    const [like] = await library.likeSources(source)
    return like?.isSame ? { source: summaryOfSource(like.source), isKnown: true } : null
  }

  async function keep(
    { source, images, pages }: CapturedPaste,
    fields: ChosenFields,
    originals: readonly { sha256: string; bytes: Uint8Array }[],
  ): Promise<Kept> {
    const named = images.map(({ bytes, name, alt }) => ({ bytes, name, alt, sha256: sha256Of(bytes) }))
    // The same picture twice is one; its first name and words stand.
    const pictures = [...new Map(named.toReversed().map(each => [each.sha256, each])).values()].toReversed()
    for (const { sha256, bytes } of [...originals, ...pictures]) await library.attach(sha256, bytes)
    const time = now().toISOString()
    const described = { ...source, ...defined(fields) }
    const kept = await library.add('sources', {
      schema: 5,
      id: await library.newId(described.title),
      createdAt: time,
      updatedAt: time,
      capturedAt: time,
      tags: [],
      marking: null,
      textCorrectedAt: null,
      pages,
      images: pictures.map(({ bytes, ...image }) => ({ ...image, bytes: bytes.length })),
      refused: [],
      ...described,
    })
    return { source: summaryOfSource(kept), isKnown: false }
  }
}

type ChosenFields = {
  [Field in 'title' | 'publisher' | 'authors' | 'url' | 'publishedOn' | 'marking' | 'tags']?:
    | Source[Field]
    | undefined
}
