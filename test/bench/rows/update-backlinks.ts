import { join } from 'node:path'
import { marked } from 'marked'
import { openLibrary } from '../../../main/library/open-library.ts'
import { RecordIndex } from '../../../main/library/record-index.ts'
import { liveReferences } from '../../../shared/references/live-references.ts'
import { usesInText } from '../../../shared/references/uses-in-text.ts'
import { writeGeneratedLibrary } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { prose } from '../sample-brief.ts'

const rounds = 300
const briefs = 2_000
/** Three printed pages. */
const length = 9_000
/** Every fiftieth key makes a reference; the others change words. */
const keysPerReference = 50

/**
 * A key in a brief of three pages, in a library of 2,000 sources, 10,000 pieces of evidence and 2,000 briefs: the references
 * of the brief, the sentences in which it uses the evidence that is shown beside it, and the links that the index has of it.
 */
export const updateBacklinks: Measure = {
  name: 'update of all backlinks after a key in a brief of three pages',
  measure: ({ seed }) => inTemporaryFolder(folder => measureIn(folder, seed)),
}

async function measureIn(folder: string, seed: number) {
  await writeGeneratedLibrary(folder, briefs, seed)
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  await library.close()
  const index = RecordIndex.inFile(join(folder, 'index', 'records.sqlite'))
  const id = 'brief-1000'
  let live = liveReferences(briefWithReferences())
  index.relink(id, live.text)
  let keys = 0
  const half = Math.floor(live.text.length / 2)
  const at = live.text.indexOf('. ', half)

  const ours = () => {
    keys += 1
    const isReference = keys % keysPerReference === 0
    const typed = isReference ? ` :quote[]{#quote-${keys}-1}` : 'e'
    const text = live.text.slice(0, at) + typed + live.text.slice(at)
    return timeOf(async () => {
      live = live.become(text)
      usesInText(
        live.text,
        live.references,
        each => each === 'quote-3-0',
        each => each.id,
      )
      index.relink(id, live.text)
      index.settle()
    })
  }
  const parse = () => timeOf(async () => marked.parse(live.text))
  const lex = () => timeOf(async () => marked.lexer(live.text))

  const [our = [], parsed = [], lexed = []] = await inTurn(rounds, [ours, parse, lex])
  index.close()
  return {
    ours: our,
    references: [
      { against: 'one parse of its Markdown by marked', goal: 1, times: parsed },
      { against: 'its lexer alone', goal: null, times: lexed },
    ],
  }
}

function briefWithReferences(): string {
  let number = 0
  const paragraphs = prose(length).split('\n\n')
  return paragraphs
    .map(paragraph => (paragraph.startsWith('#') ? paragraph : `${paragraph} :quote[]{#quote-${number++}-0}`))
    .join('\n\n')
}
