// Exporting briefs: one to a file that is asked for, or several into a folder.
import { lstat, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { briefMarkdown } from '../../shared/brief/brief-markdown.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { type ExportFormat, formatOfFile } from '../../shared/brief/export-format.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import { richText } from '../../shared/brief/rich-text.ts'
import type { Notices } from '../../shared/request-names.ts'
import type { ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import { issueOf } from '../library/issued.ts'
import type { Library } from '../library/library.ts'
import { type Handlers, problemOf } from './answer.ts'
import { documentParts } from './document-of.ts'
import { type BriefToExport, type ExportFiles, exportFiles } from './export-files.ts'
import { exportTarget, type FileFormat, fileNameOf, writeExport } from './export-target.ts'
import { frozenIn, frozenPdf } from './frozen.ts'
import { keptPictures } from './kept-pictures.ts'
import { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'
import { localDay, partsToVerify } from './verify.ts'

type Choice = ValidInput<'brief.export'>['choice']
type Stage = Notices['export.progressed']['stage']

export function exportRequests(
  library: Library,
  templates: Templates,
  ports: Ports,
): Pick<Handlers, `export.${'cancel' | 'last' | 'show'}` | `brief.${'export' | 'copy'}` | 'briefs.export'> {
  const { dialogs, notify, now } = ports
  const underWay = new Set<AbortController>()
  /** The only files outside of the library that are shown. */
  const written = new Set<string>()

  return {
    'brief.export': ({ id, choice }) =>
      stoppable(async stop => {
        const { title } = await library.get('briefs', id)
        const format = choice.format ?? 'pdf'
        const named = choice.version === undefined ? title : `${title} v${choice.version}`
        const file = await dialogs.chooseExport(`${fileNameOf(named)}.${format}`, format)
        if (file === null) return null
        const asked = formatOfFile(file) ?? format
        const targets = await targetsOf(file, asked)
        const tell = (stage: Stage) => notify('export.progressed', { brief: id, stage })
        const made = await make(id, { file, format: asked }, choice, stop, tell)
        if (made === null || stop.aborted) return null
        tell('writing')
        const also = await write(targets, made)
        written.add(file)
        await remember(choice, asked)
        return { file, also, format: asked, brief: id, findings: made.findings }
      }),
    'briefs.export': ({ ids, choice }) =>
      stoppable(async stop => {
        const folder = await dialogs.chooseFolder('exported-briefs')
        if (folder === null) return null
        const outcome = { folder, files: [] as string[], failures: [] as string[], isCancelled: false }
        for (const [at, id] of ids.entries()) {
          if (stop.aborted) break
          const tell = (stage: Stage) =>
            notify('export.progressed', { brief: id, stage, of: { done: at, all: ids.length } })
          try {
            const { title } = await library.get('briefs', id)
            const format = choice.format ?? 'pdf'
            const file = await freeName(folder, fileNameOf(title), format)
            const made = await make(id, { file, format }, choice, stop, tell)
            if (made === null || stop.aborted) break
            tell('writing')
            await write(await targetsOf(file, format), made)
            outcome.files.push(file)
            written.add(file)
          } catch (error) {
            // One that cannot be printed keeps nobody from the others.
            outcome.failures.push(problemOf(error).message)
          }
        }
        await remember(choice, choice.format ?? 'pdf')
        return { ...outcome, isCancelled: stop.aborted }
      }),
    'brief.copy': async ({ id }) => {
      const { frozen, linked, pictures, check } = await briefToExport(id, {})
      const parts = documentParts({ frozen, briefs: linked.briefs, pictures, findings: check(null) })
      const document = composeBrief(parts)
      return { html: richText(renderBrief(document).html), text: briefMarkdown(document, parts) }
    },
    'export.last': () => ports.lastExport.read(),
    'export.show': async ({ file }) => {
      if (!written.has(file))
        throw new RequestProblem('refused', `${file} was not exported just now. Nothing was done.`)
      ports.showFile(file)
      return null
    },
    'export.cancel': async () => {
      for (const stop of underWay) stop.abort()
      return null
    },
  }

  function remember({ notes, paper }: Choice, format: ExportFormat): Promise<void> {
    return ports.lastExport.keep({ format, notes: notes ?? null, paper: paper ?? null })
  }

  async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    underWay.add(stop)
    try {
      return await work(stop.signal)
    } finally {
      underWay.delete(stop)
    }
  }

  /** Null where it was broken off. */
  async function make(
    id: string,
    { file, format }: { file: string; format: ExportFormat },
    choice: Choice,
    stop: AbortSignal,
    tell: (stage: Stage) => void,
  ): Promise<ExportFiles | null> {
    tell('composing')
    const frozen = await frozenFile(id, format, choice)
    if (frozen) return frozen
    const brief = await briefToExport(id, choice)
    tell('printing')
    const printer: Ports['printer'] = { print: rendered => ports.printer.print(rendered, stop) }
    return exportFiles(brief, { format, name: basename(file, extname(file)) }, { ...ports, printer }).catch(
      error => {
        if (stop.aborted) return null
        throw error
      },
    )
  }

  /** The PDF of an issued version is the one that was frozen, unless another look is asked for. */
  async function frozenFile(
    id: string,
    format: ExportFormat,
    { version, notes, paper, template, date }: Choice,
  ): Promise<ExportFiles | null> {
    if (version === undefined) return null
    const brief = await library.get('briefs', id)
    if (template !== undefined || date !== undefined) throw frozenForm(brief.title, version)
    if (format !== 'pdf' || notes || paper) return null
    const files = await library.issued.read(brief, version)
    return { files: new Map([['pdf', frozenPdf(files)]]), findings: [] }
  }

  /** A brief as it is saved or as it was issued, in the form and look that are asked for. */
  async function briefToExport(id: string, choice: Choice): Promise<BriefToExport> {
    const { template: form, notes, paper, version, date } = choice
    const saved = await library.get('briefs', id)
    const linked = await linkedRecords(library, saved)
    const look = { ...(notes && { notes }), ...(paper && { paper }) }
    if (version !== undefined) {
      const issue = issueOf(saved, version)
      const found = frozenIn(await library.issued.read(saved, version), saved, version)
      const frozen = { ...found, template: { ...found.template, ...look } }
      return {
        ...(await toExport(frozen, linked)),
        issue: { version, day: localDay(new Date(issue.at)) },
      }
    }
    const { evidence, sources } = linked
    const brief = { ...saved, ...(date && { date }) }
    const template = { ...templates.named(form ?? brief.template), ...look }
    return toExport({ brief, template, evidence, sources }, linked)
  }

  async function toExport(
    frozen: BriefToExport['frozen'],
    linked: Awaited<ReturnType<typeof linkedRecords>>,
  ): Promise<BriefToExport> {
    const { brief, template, ...used } = frozen
    const pictures = await keptPictures(library, brief.body)
    const parts = partsToVerify(library, templates, { ...linked, brief, ...used }, now)
    return { frozen, linked, pictures, check: printed => verifyBrief({ ...parts, template, ...printed }) }
  }
}

type Targets = ReadonlyMap<FileFormat, { file: string; target: string }>

/** Every file of an export is looked at before the first is written. */
async function targetsOf(file: string, format: ExportFormat): Promise<Targets> {
  const beside = file.replace(/\.md$/i, '.json')
  const files: [FileFormat, string][] = [
    [format, file],
    ...(format === 'md' ? [['json', beside] as [FileFormat, string]] : []),
  ]
  const found = new Map<FileFormat, { file: string; target: string }>()
  for (const [each, path] of files) found.set(each, { file: path, target: await exportTarget(path, each) })
  return found
}

/** Gives the paths of the files beside the one that was asked for. */
async function write(targets: Targets, { files, pictures = new Map() }: ExportFiles): Promise<string[]> {
  const also: string[] = []
  const folder = dirname([...targets.values()][0]?.file ?? '')
  const missing = await picturesToWrite(folder, pictures)
  for (const [file, bytes] of missing) await writeExport(file, file, 'picture', bytes)
  // What stands beside goes first: whoever sees the file that was asked for has all of it.
  for (const [format, { file, target }] of [...targets].reverse()) {
    const bytes = files.get(format)
    if (!bytes) throw new Error(`An export has no ${format}`)
    await writeExport(file, target, format, bytes)
    if (targets.size > 1 && format === 'json') also.push(file)
  }
  return also
}

/** The pictures that are not there yet. Throws a RequestProblem where another file has the name of one. */
async function picturesToWrite(
  folder: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<[string, Uint8Array][]> {
  const missing: [string, Uint8Array][] = []
  for (const [name, bytes] of pictures) {
    const file = join(folder, name)
    const there = await readFile(file).catch(() => null)
    if (there?.equals(bytes)) continue
    await exportTarget(file, 'picture')
    missing.push([file, bytes])
  }
  return missing
}

/** Several at once replace nothing: a name that is taken has a number after it. */
async function freeName(folder: string, name: string, format: ExportFormat): Promise<string> {
  const isFree = (file: string) =>
    lstat(file).then(
      () => false,
      error => error.code === 'ENOENT',
    )
  for (let time = 1; ; time++) {
    const base = join(folder, time === 1 ? name : `${name} ${time}`)
    const endings = format === 'md' ? ['md', 'json'] : [format]
    const areFree = await Promise.all(endings.map(ending => isFree(`${base}.${ending}`)))
    if (areFree.every(Boolean)) return `${base}.${format}`
  }
}

function frozenForm(title: string, version: number): RequestProblem {
  return new RequestProblem(
    'bad-input',
    `v${version} of “${title}” was frozen with its form and its date, which cannot be others. Nothing was written; leave them out, or export the brief as it is now.`,
  )
}
