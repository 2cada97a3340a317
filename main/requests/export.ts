// Exporting briefs: one to a file that is asked for, or several into a folder.
import { basename, extname } from 'node:path'
import type { SeveralExported } from '../../shared/answers.ts'
import { briefMarkdown } from '../../shared/brief/brief-markdown.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { type ExportFormat, formatOfFile } from '../../shared/brief/export-format.ts'
import { richText } from '../../shared/brief/rich-text.ts'
import type { Notices } from '../../shared/request-names.ts'
import { RequestProblem } from '../../shared/result.ts'
import { isOpenError } from '../../shared/verify/answer.ts'
import { withPicturesInside } from '../html/pictures-inside.ts'
import type { Library } from '../library/library.ts'
import { type Handlers, problemOf } from './answer.ts'
import { type ExportChoice, exportedBriefs } from './brief-to-export.ts'
import { documentParts } from './document-of.ts'
import { type ExportFiles, exportFiles } from './export-files.ts'
import { freePlaces, placesOf, writeFiles } from './export-places.ts'
import { fileNameOf } from './export-target.ts'
import type { Ports } from './ports.ts'
import { briefToPrint } from './print-brief.ts'
import type { Templates } from './templates.ts'

type Stage = Notices['export.progressed']['stage']

export function exportRequests(
  library: Library,
  templates: Templates,
  ports: Ports,
): Pick<Handlers, `export.${'cancel' | 'last' | 'show'}` | `brief.${'export' | 'copy'}` | 'briefs.export'> {
  const { dialogs, notify } = ports
  const briefs = exportedBriefs(library, templates, ports.now)
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
        const places = await placesOf(file, asked)
        const tell = (stage: Stage) => notify('export.progressed', { brief: id, stage })
        const made = await make(id, file, { ...choice, format: asked }, stop, tell)
        if (made === null || stop.aborted) return null
        tell('writing')
        const also = (await writeFiles(places, made, { areNew: false })) ?? []
        written.add(file)
        ports.desktop.rememberFile(file)
        await remember(choice, asked)
        return { file, also, format: asked, brief: id, findings: made.findings }
      }),
    'briefs.export': ({ ids, choice }) =>
      stoppable(async stop => {
        const folder = await dialogs.chooseFolder('exported-briefs')
        if (folder === null) return null
        const outcome: SeveralExported = { folder, files: [], failures: [], isCancelled: false }
        for (const [at, id] of ids.entries()) {
          if (stop.aborted) break
          const tell = (stage: Stage) =>
            notify('export.progressed', { brief: id, stage, of: { done: at, all: ids.length } })
          try {
            const exported = await exportInto(folder, id, choice, stop, tell)
            if (exported) outcome.files.push(exported)
          } catch (error) {
            // One that cannot be printed keeps nobody from the others.
            outcome.failures.push(problemOf(error).message)
          }
        }
        await remember(choice, choice.format ?? 'pdf')
        return { ...outcome, isCancelled: stop.aborted }
      }),
    'brief.copy': async ({ id }) => {
      const { frozen, linked, pictures, check } = await briefs.compose(id, {})
      const parts = documentParts({ frozen, briefs: linked.briefs, pictures, findings: check(null) })
      const document = composeBrief(parts)
      const { html, pictures: shown } = briefToPrint(document, pictures)
      return { html: withPicturesInside(richText(html), shown), text: briefMarkdown(document, parts) }
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

  function remember({ notes, paper }: ExportChoice, format: ExportFormat): Promise<void> {
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

  /** Under a name that is free, since several at once replace nothing; null where it was broken off. */
  async function exportInto(
    folder: string,
    id: string,
    choice: ExportChoice,
    stop: AbortSignal,
    tell: (stage: Stage) => void,
  ): Promise<SeveralExported['files'][number] | null> {
    const { title } = await library.get('briefs', id)
    const format = choice.format ?? 'pdf'
    for (;;) {
      const places = await freePlaces(folder, fileNameOf(title), format, stop)
      const made = places && (await make(id, places[0].file, { ...choice, format }, stop, tell))
      if (!made || stop.aborted) return null
      tell('writing')
      if ((await writeFiles(places, made, { areNew: true })) === null) continue
      const { file } = places[0]
      written.add(file)
      return { file, openErrors: made.findings.filter(isOpenError).length }
    }
  }

  /** Null where it was broken off. */
  async function make(
    id: string,
    file: string,
    choice: ExportChoice & { format: ExportFormat },
    stop: AbortSignal,
    tell: (stage: Stage) => void,
  ): Promise<ExportFiles | null> {
    tell('composing')
    const frozen = await briefs.frozenFile(id, choice)
    if (frozen) return frozen
    const brief = await briefs.compose(id, choice)
    tell('printing')
    const printer: Ports['printer'] = { print: rendered => ports.printer.print(rendered, stop) }
    const name = basename(file, extname(file))
    return exportFiles(brief, { format: choice.format, name }, { ...ports, printer }).catch(error => {
      if (stop.aborted) return null
      throw error
    })
  }
}
