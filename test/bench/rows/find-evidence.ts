import nlp from 'compromise'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { randomFrom } from '../random.ts'

const day = '2025-05-03'
const megabyte = 1_000_000

/** Everything the finder proposes in an article of 1,000 words, against a plain parse of the same text. */
export const findEvidenceRow: Measure = {
  name: 'finding evidence in 1,000 words',
  measure: async () => {
    const article = articleOf(text => text.split(/\s+/).length >= 1000)
    const [ours = [], theirs = []] = await inTurn(40, [
      () => timeOf(async () => findEvidence(article, day)),
      () => timeOf(async () => nlp(article)),
    ])
    return { ours, references: [{ against: 'compromise’s plain parse of them', goal: 1, times: theirs }] }
  },
}

/** Whether the time grows in line with the text: a megabyte against ten times a tenth of one. */
export const findEvidenceGrowthRow: Measure = {
  name: 'finding evidence in 1 MB',
  measure: async () => {
    const whole = articleOf(text => text.length >= megabyte)
    const tenth = whole.slice(0, megabyte / 10)
    const [ours = [], tenths = []] = await inTurn(4, [
      () => timeOf(async () => findEvidence(whole, day)),
      () => timeOf(async () => findEvidence(tenth, day)),
    ])
    const times = tenths.map(time => 10 * time)
    return { ours, references: [{ against: 'ten times the time for 0.1 MB', goal: 1.5, times }] }
  },
}

const names = ['Ann Bell', 'Ken Ito', 'Maria Lund', 'Peter Okafor', 'Lucie Moreau', 'Tom Reed']
const sentences = [
  (name: string) =>
    `“The harbour wall will hold for another winter,” said ${name}, chief engineer of the port.`,
  (_: string, number: number) =>
    `The work cost about $${number}.5 million, ${number} percent more than in March.`,
  () => 'Rain fell on the upper town all morning, and the market opened late.',
  (name: string) => `${name} told the council on Tuesday that the ferries would run again by June.`,
  (_: string, number: number) =>
    `Some ${number},400 people live along the river, most of them in old brick houses.`,
  () => 'Nobody in the street could say when the lamps had gone out or who had put them there.',
  (name: string) => `“We heard nothing for two weeks,” she added. “Then ${name} wrote to all of us.”`,
]

/** Paragraphs of prose with quotes, figures and dates among it, until it is long enough. */
function articleOf(isEnough: (text: string) => boolean): string {
  const random = randomFrom(1)
  let text = ''
  let paragraph = ''
  for (let count = 1; count % 200 !== 0 || !isEnough(text); count++) {
    const name = names[Math.floor(random() * names.length)] ?? ''
    const sentence =
      sentences[Math.floor(random() * sentences.length)]?.(name, 10 + Math.floor(random() * 80)) ?? ''
    paragraph += `${sentence} `
    if (count % 4 !== 0) continue
    text += `${paragraph.trim()}\n\n`
    paragraph = ''
    if (text.length < 20_000 && isEnough(text)) break
  }
  return text
}
