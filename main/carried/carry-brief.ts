// A brief as the files that its PDF carries.
import { createHash } from 'node:crypto'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Brief, FoundRecord } from '../../shared/model/records.ts'
import { imageTypeOf } from '../capture/image-type.ts'
import type { AttachedFile } from '../pdf/attached-files.ts'
import { carriedNames, mostPictureBytes, particularsOf, pictureName } from './carried-brief.ts'
import { passagesAround } from './passages.ts'

/** Other briefs that a brief refers to, and what its evidence refers to: the people by whom quotes are, the briefs of decisions. */
export type Beside = { briefs: readonly Pick<Brief, 'id' | 'title'>[]; behind: readonly FoundRecord[] }

/** The bytes of pictures, by their SHA-256. */
type Pictures = Readonly<Record<string, Uint8Array>>

/**
 * The files that make a brief whole again elsewhere: its Markdown byte by byte, its record without the versions that were issued,
 * its evidence and people, its form and its pictures. Of sources, which are other people's words, only what is known of them and the passages
 * around the evidence. No path and no name of this computer's is in them, and the same brief gives the same bytes.
 */
export function carryBrief(
  frozen: FrozenBrief,
  { briefs, behind }: Beside,
  pictures: Pictures = {},
): AttachedFile[] {
  const { brief, template, evidence, sources } = frozen
  const { body, ...record } = { ...brief, issues: [] }
  const speakers = behind.flatMap(each => (each.collection === 'people' ? [each.record] : []))
  const decided = behind.flatMap(each => (each.collection === 'briefs' ? [each.record] : []))
  const others = [...briefs, ...decided].filter(({ id }) => id !== brief.id)
  const anchors = [...evidence.quotes, ...evidence.figures, ...evidence.events].flatMap(
    ({ anchor }) => anchor ?? [],
  )
  const files = [
    { ...markdown, name: carriedNames.body, bytes: utf8.encode(body) },
    json(carriedNames.record, 'What the brief is, beside its text', record),
    json(carriedNames.evidence, 'Quotes, figures, events and people of the brief', {
      quotes: evidence.quotes,
      figures: evidence.figures,
      events: evidence.events,
      people: [...evidence.people, ...speakers],
    }),
    json(
      carriedNames.sources,
      'What is known of the sources, and the passages around the evidence',
      sources.map(source => ({
        source: particularsOf(source),
        passages: passagesAround(
          source,
          anchors.filter(anchor => anchor.source === source.id),
        ),
      })),
    ),
    json(
      carriedNames.briefs,
      'What other briefs that this one refers to are called',
      others.map(({ id, title }) => ({ id, title })),
    ),
    json(carriedNames.template, 'The form of the brief', template),
    ...picturesIn(pictures),
  ]
  const manifest = {
    schema: 1,
    kind: 'dispatch-box-brief',
    brief: brief.id,
    files: files.map(({ name, bytes }) => ({ name, sha256: sumOf(bytes), bytes: bytes.length })),
  }
  return [...files, json(carriedNames.manifest, 'The SHA-256 of each of the other files', manifest)]
}

function picturesIn(pictures: Pictures): AttachedFile[] {
  let left = mostPictureBytes
  return Object.entries(pictures).flatMap(([sha256, bytes]) => {
    const mime = imageTypeOf(bytes)
    if (mime === null || bytes.length > left) return []
    left -= bytes.length
    return { name: pictureName(sha256), bytes, mime, description: 'A picture of the brief' }
  })
}

const utf8 = new TextEncoder()

const markdown = { mime: 'text/markdown', description: 'The text of the brief' }

function json(name: string, description: string, value: unknown): AttachedFile {
  const bytes = utf8.encode(`${JSON.stringify(value, null, 2)}\n`)
  return { name, bytes, mime: 'application/json', description }
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
