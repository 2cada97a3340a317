// A desk with a brief that can be issued, and a printer that counts what it printed.
import { join } from 'node:path'
import type { Ports } from '../../../main/requests/ports.ts'
import type { RenderedBrief } from '../../../shared/brief/render-brief.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

type Given = Partial<Omit<Ports, 'dialogs'>> & { dialogs?: Partial<Ports['dialogs']> }

/** What a printer gives that writes the HTML into its PDF, so that two prints of different words differ. */
export function pdfOf({ html }: Pick<RenderedBrief, 'html'>, pages = 1): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.4 ${'\n1 0 obj\n<</Type /Page\n>> '.repeat(pages)}<</Type /Pages>>\n${html}`,
  )
}

/** A brief with a figure, a source and a recommendation, with nothing that would keep it from being issued. */
export async function openIssueDesk(given: Given = {}, folder = temporaryFolder()) {
  const printed: RenderedBrief[] = []
  const pdf = join(temporaryFolder(), 'copy.pdf')
  const desk = await openDesk(
    {
      printer: {
        print: async brief => {
          printed.push(brief)
          return pdfOf(brief)
        },
      },
      ...given,
      dialogs: { choosePdf: async () => pdf, chooseExport: async () => pdf, ...given.dialogs },
    },
    folder,
  )
  const { ask } = desk
  const source = (await ask('source.paste', { text: 'Holdings\n\nJapan holds $1.13 trillion of them.' }))
    .source
  await ask('source.set', { id: source.id, fields: { publishedOn: '2025-05-03' } })
  const figure = await ask('figure.create', {
    place: { source: source.id, exact: '$1.13 trillion' },
    fields: {
      measures: 'Treasuries that Japan holds',
      value: '1130000000000',
      unit: 'USD',
      scale: 'trillion',
    },
  })
  const body = `# Recommendation\n\nKeep all :figure[]{#${figure.id}} of them.\n\n::decision{}\n`
  const brief = await ask('brief.create', {
    template: 'uk-submission',
    title: 'Holdings',
    body,
    date: '2025-05-03',
  })
  const edit = (text: string) => ask('brief.set', { id: brief.id, fields: { body: text } })
  return { ...desk, id: brief.id, source, figure, body, printed, pdf, edit }
}
