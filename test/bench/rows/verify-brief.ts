import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { marked } from 'marked'
import { openLibrary } from '../../../main/library/open-library.ts'
import { Templates } from '../../../main/requests/templates.ts'
import { verifyRequests } from '../../../main/requests/verify.ts'
import { readTemplates } from '../../../main/templates.ts'
import { projectRoot } from '../../../scripts/executable.mjs'
import type { Figure } from '../../../shared/model/records.ts'
import { writeGeneratedLibrary } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { briefRecord, prose } from '../sample-brief.ts'

const rounds = 200
/** As many sources and briefs, five times as many quotes, and as many figures. */
const size = 2_000
/** Three pages of A4, as the print style sets them. */
const threePages = 9_000

/** All checks after a key, as the window asks for them, against one parse of the same text. */
export const verifyBriefRow: Measure = {
  name: 'verifying a 3-page brief in a library of 2,000 sources',
  measure: ({ seed }) => inTemporaryFolder(folder => measureIn(folder, seed)),
}

async function measureIn(folder: string, seed: number) {
  await writeGeneratedLibrary(folder, size, seed)
  for (let number = 0; number < size; number++) {
    const figure = aFigure(number)
    await writeFile(join(folder, 'figures', `${figure.id}.json`), JSON.stringify(figure))
  }
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  const templates = await readTemplates(join(projectRoot, 'resources/templates'))
  const requests = verifyRequests(library, new Templates(templates, library.templates, () => 'template'), {
    now: () => new Date(),
    meter: { known: () => null, last: () => null },
  })
  const { id, body } = await library.add('briefs', briefRecord('three-pages', textOf()))
  let keys = 0
  const typed = () => `${body.slice(0, -8)}${String(keys++).padStart(8, 'a')}`

  const ours = () => {
    const fields = { body: typed() }
    return timeOf(() => requests['brief.verify']({ id, fields }))
  }
  const parse = () => {
    const text = typed()
    return timeOf(async () => marked.parse(text))
  }
  const [our = [], theirs = []] = await inTurn(rounds, [ours, parse])
  await library.close()
  return { ours: our, references: [{ against: 'one parse by marked', goal: 5, times: theirs }] }
}

/** Prose with a quote or a figure in most paragraphs, and here and there a number that has no source. */
function textOf(): string {
  const paragraphs = prose(threePages).split('\n\n')
  return paragraphs
    .map((paragraph, number) => {
      if (paragraph.startsWith('#')) return paragraph
      if (number % 3 === 0) return `${paragraph} As one put it, :quote[]{#quote-${number * 7}-1}.`
      if (number % 3 === 1)
        return `${paragraph} Holdings were :figure[$${number}.5 million]{#figure-${number}}.`
      return `${paragraph} Exports fell ${number}% in 2024.`
    })
    .join('\n\n')
    .slice(0, threePages)
}

function aFigure(number: number): Figure {
  const time = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString()
  return {
    schema: 5,
    id: `figure-${number}`,
    createdAt: time,
    updatedAt: time,
    tags: [],
    measures: `Bonds of kind ${number % 1000}`,
    value: `${number}500000`,
    upper: null,
    unit: 'USD',
    qualifier: null,
    scale: 'million',
    asOf: '2025-04',
    shelfLife: 'P3M',
    series: null,
    marking: null,
    anchor: null,
  }
}
