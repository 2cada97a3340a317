// What the preview's thread does after a key, from the changed text to the HTML of every piece, against marked on the whole text.
// Pauses, and what the window does with the pieces that are others now, are no part of it.
import { marked } from 'marked'
import { briefMemory, composeBrief } from '../../../shared/brief/compose-brief.ts'
import { renderPieces } from '../../../shared/brief/render-brief.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { briefRecord } from '../sample-brief.ts'
import { drawnWords } from '../search/queries.ts'
import { writtenBrief } from '../written-brief.ts'

const rounds = 100
const template = { title: 'Note', numbered: true, annex: true }

const previewOf = (name: string, length: number): Measure => ({
  name: `preview after a keystroke in ${name}`,
  measure: async ({ seed }) => {
    const { body, quotes, sources } = writtenBrief(length, seed)
    const evidence = { quotes, figures: [], events: [], people: [] }
    const word = drawnWords(seed)
    const middle = body.indexOf(', and', body.length / 2)
    const memory = briefMemory()
    let text = body
    const ours = () => {
      text = `${body.slice(0, middle)} ${word()}${body.slice(middle)}`
      const brief = briefRecord('typed', text)
      return timeOf(async () => renderPieces(composeBrief({ brief, template, evidence, sources }, memory)))
    }
    const theirs = () => timeOf(async () => marked.parse(text))
    const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
    return { ours: our, references: [{ against: 'marked on the whole text', goal: 0.1, times }] }
  },
})

export const previewKeys: Measure[] = [previewOf('100 KB', 100_000), previewOf('1 MB', 1_000_000)]
