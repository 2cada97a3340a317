import { basename } from 'node:path'
import type { SourceSummary } from '../../shared/answers.ts'
import type { Source } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import {
  type CapturedFile,
  type CapturedSource,
  captureBytes,
  captureFile,
  capturePaste,
} from '../capture/capture.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'
import { saveSourceText, withText } from './source-text.ts'

export function sourceRequests(
  library: Library,
  { dialogs, notify, now }: Ports,
): Pick<Handlers, 'source.import' | 'source.capture' | 'source.paste' | 'source.set'> {
  return {
    'source.import': async ({ fields }) => {
      const sources: SourceSummary[] = []
      const failures: { file: string; message: string }[] = []
      for (const path of await dialogs.chooseSources()) {
        try {
          sources.push(await keepFile(await captureFile(path), fields))
        } catch (error) {
          if (!(error instanceof RequestProblem) || error.code !== 'unreadable') throw error
          failures.push({ file: path, message: error.message })
        }
      }
      return { sources, failures }
    },
    'source.capture': async ({ name, bytes }) => keepFile(captureBytes(basename(name), bytes), {}),
    'source.paste': async ({ text }) => keep(capturePaste(text), {}),
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

  async function keepFile({ source, bytes }: CapturedFile, fields: ChosenFields): Promise<SourceSummary> {
    await library.attach(source.sha256, bytes)
    return keep(source, fields)
  }

  async function keep(captured: CapturedSource, fields: ChosenFields): Promise<SourceSummary> {
    const time = now().toISOString()
    const described = { ...captured, ...defined(fields) }
    return summaryOfSource(
      await library.add('sources', {
        schema: 4,
        id: await library.newId(described.title),
        createdAt: time,
        updatedAt: time,
        capturedAt: time,
        tags: [],
        marking: null,
        textCorrectedAt: null,
        pages: [],
        images: [],
        refused: [],
        ...described,
      }),
    )
  }
}

type ChosenFields = {
  [Field in 'title' | 'publisher' | 'authors' | 'url' | 'publishedOn' | 'marking' | 'tags']?:
    | Source[Field]
    | undefined
}
