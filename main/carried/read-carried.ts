// The files that a PDF carries, believed only once they are what their manifest says and have the shape of records.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { formatTemplate } from '../../shared/brief/format-template.ts'
import { parseTemplate } from '../../shared/brief/parse-template.ts'
import type { Template } from '../../shared/brief/template.ts'
import { largestPictureBytes } from '../../shared/model/limits.ts'
import { migrate } from '../../shared/model/migrate.ts'
import { type Collection, type RecordTypes, validRecord } from '../../shared/model/records.ts'
import { id, line } from '../../shared/model/v1/fields.ts'
import { RequestProblem } from '../../shared/result.ts'
import { imageTypeOf } from '../capture/image-type.ts'
import {
  type CarriedBrief,
  type CarriedSource,
  carriedManifest,
  carriedNames,
  carriedPassage,
  particularsOf,
  pictureOfName,
} from './carried-brief.ts'

/** A brief that holds more of anything is none that a person wrote. */
const mostRecords = 20_000
const mostPassages = 5_000
/** Characters of the passages of one source. */
const longestPassages = 5_000_000

const list = z.array(z.unknown()).max(mostRecords)
const evidenceFile = z.strictObject({ quotes: list, figures: list, events: list, people: list })
const sourcesFile = z
  .array(z.strictObject({ source: z.looseObject({}), passages: z.array(carriedPassage).max(mostPassages) }))
  .max(mostRecords)
const briefsFile = z.array(z.strictObject({ id, title: line })).max(mostRecords)

/**
 * The brief in the attached files of a PDF; `pdf` is what that is called. Throws a RequestProblem that names what is missing, was
 * changed since it was attached, or is no record, also of a newer version of this app; then nothing of it is to be used.
 */
export function readCarried(pdf: string, files: ReadonlyMap<string, Uint8Array>): CarriedBrief {
  const manifest = manifestIn(pdf, files)
  const read = <T>(name: string, take: (text: string) => T): T => {
    const bytes = vouchedFor(pdf, files, manifest, name)
    try {
      return take(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    } catch (error) {
      throw refused(
        pdf,
        `its “${name}” is none that this version of Dispatch Box can read`,
        'It may be of a newer version, or have been made by something else: ask for the PDF anew.',
        error,
      )
    }
  }
  const body = read(carriedNames.body, text => text)
  const brief = read(carriedNames.record, text => record('briefs', { ...objectIn(text), body, issues: [] }))
  const evidence = read(carriedNames.evidence, text => {
    const { quotes, figures, events, people } = evidenceFile.parse(JSON.parse(text))
    return {
      quotes: quotes.map(each => record('quotes', each)),
      figures: figures.map(each => record('figures', each)),
      events: events.map(each => record('events', each)),
      people: people.map(each => record('people', each)),
    }
  })
  const sources = read(carriedNames.sources, text => sourcesFile.parse(JSON.parse(text)).map(sourceIn))
  const briefs = read(carriedNames.briefs, text => briefsFile.parse(JSON.parse(text)))
  const template = read(carriedNames.template, text => templateIn(objectIn(text)))
  const pictures = picturesIn(pdf, files, manifest)
  const ids = [brief, ...Object.values(evidence).flat(), ...sources.map(({ source }) => source)].map(
    each => each.id,
  )
  const seen = new Set<string>()
  const twice = ids.find(each => seen.size === seen.add(each).size)
  if (twice !== undefined || brief.id !== manifest.brief)
    throw refused(
      pdf,
      twice === undefined ? 'its manifest is of another brief' : `two things in it are called “${twice}”`,
      again,
    )
  return { brief, template, evidence, sources, briefs, pictures }
}

type Manifest = z.infer<typeof carriedManifest>

function manifestIn(pdf: string, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const bytes = files.get(carriedNames.manifest)
  if (!bytes) {
    const none =
      'it carries no brief: it was not made by Dispatch Box, or another program has left out the attached files'
    const cut = `“${carriedNames.manifest}” is missing from what it carries`
    throw refused(pdf, files.size === 0 ? none : cut, files.size === 0 ? asSource : again)
  }
  try {
    return carriedManifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    throw refused(pdf, `its “${carriedNames.manifest}” is damaged or of a newer version`, again, error)
  }
}

/** The bytes of a file, if they are those that the manifest names. */
function vouchedFor(
  pdf: string,
  files: ReadonlyMap<string, Uint8Array>,
  { files: named }: Manifest,
  name: string,
): Uint8Array {
  const [entry, ...more] = named.filter(each => each.name === name)
  const bytes = files.get(name)
  if (!bytes) throw refused(pdf, `“${name}” is missing from what it carries`, again)
  if (!entry || more.length > 0)
    throw refused(pdf, `its “${carriedNames.manifest}” does not vouch for “${name}”`, again)
  const isSame =
    entry.bytes === bytes.length && createHash('sha256').update(bytes).digest('hex') === entry.sha256
  if (!isSame) throw refused(pdf, `“${name}” is not what was attached: it was changed since`, again)
  return bytes
}

/** Pictures that the app can show, under the sums that their names say. */
function picturesIn(pdf: string, files: ReadonlyMap<string, Uint8Array>, manifest: Manifest) {
  const names = new Set([...files.keys(), ...manifest.files.map(({ name }) => name)])
  const pictures = new Map<string, Uint8Array>()
  for (const name of names) {
    const sha256 = pictureOfName(name)
    if (sha256 === null) continue
    const bytes = vouchedFor(pdf, files, manifest, name)
    const isPicture = imageTypeOf(bytes) !== null && bytes.length <= largestPictureBytes
    if (!isPicture || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw refused(pdf, `“${name}” is no picture of that name`, again)
    pictures.set(sha256, bytes)
  }
  return pictures
}

function record<C extends Collection>(collection: C, stored: unknown): RecordTypes[C] {
  return validRecord(collection, migrate(collection, stored))
}

/** By way of its file, so that nothing passes here that would not pass there. */
function templateIn(stored: object): Template | null {
  try {
    const { name } = z.looseObject({ name: line }).parse(stored)
    return parseTemplate(name, formatTemplate(stored as Template))
  } catch {
    return null
  }
}

/** Checked as the whole source that it is a part of. */
function sourceIn({ source, passages }: z.infer<typeof sourcesFile>[number]): CarriedSource {
  const alone = { text: '…', attachment: null, pages: [], images: [], refused: [] }
  let end = -1
  let length = 0
  for (const { start, text, pages } of passages) {
    const isRising = pages.every(
      (page, index) => page.start >= (pages[index - 1]?.start ?? 0) && page.start <= text.length,
    )
    if (start <= end || !isRising) throw new Error('its passages are not in order')
    end = start + text.length
    length += text.length
  }
  if (length > longestPassages) throw new Error('its passages are longer than a source may be')
  return { source: particularsOf(record('sources', { ...source, ...alone })), passages }
}

function objectIn(text: string): object {
  return z.looseObject({}).parse(JSON.parse(text))
}

const again = 'Ask for the PDF anew, as it was exported.'
const asSource = 'To keep its words, import it as a source.'

function refused(pdf: string, what: string, next: string, cause?: unknown): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `“${pdf}” was not opened as a brief: ${what}. Nothing was changed, here or in the file. ${next}`,
    { cause },
  )
}
