// `npm run bench`: our times as ratios to named references, measured in the same run.
//   --json       one object for a machine, on standard output
//   --data DIR   the folder of test data
//   --only WORDS the rows whose names have these words
//   --seed N     of the generated libraries and of what is asked of them; 7 where it is not said
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../scripts/executable.mjs'
import { helpIfAsked } from '../../scripts/help.mjs'
import { type Row, rowsOf } from './figures.ts'
import { machine, versionLine, versions } from './machine.ts'
import type { Measure, Measured } from './measure.ts'
import { endTheRun } from './once-a-run.ts'
import { exportBrief } from './rows/export-brief.ts'
import { findEvidenceGrowthRow, findEvidenceRow } from './rows/find-evidence.ts'
import { firstList } from './rows/first-list.ts'
import { frameTimes } from './rows/frame-times.ts'
import { growth } from './rows/growth.ts'
import { libraryMemory } from './rows/library-memory.ts'
import { finishPaper } from './rows/paper-finish.ts'
import { paperMemory } from './rows/paper-memory.ts'
import { printPaper } from './rows/paper-print.ts'
import { secondExport } from './rows/paper-second-export.ts'
import { previewKeys } from './rows/preview-key.ts'
import { rebuildIndex } from './rows/rebuild-index.ts'
import { saveBrief } from './rows/save-brief.ts'
import { buildIndex } from './rows/search/build-index.ts'
import { findWords } from './rows/search/find-words.ts'
import { indexSavedBrief } from './rows/search/index-saved-brief.ts'
import { loadIndex } from './rows/search/load-index.ts'
import { findMistypedWords } from './rows/search/mistyped-words.ts'
import { typeSearch } from './rows/search/type-search.ts'
import { startApp } from './rows/start-app.ts'
import { typeKeys } from './rows/type-key.ts'
import { updateBacklinks } from './rows/update-backlinks.ts'
import { verifyBriefRow } from './rows/verify-brief.ts'
import { table } from './table.ts'

helpIfAsked(import.meta.url)

const measures: Measure[] = [
  startApp,
  ...typeKeys,
  ...frameTimes,
  ...previewKeys,
  saveBrief,
  rebuildIndex,
  firstList,
  libraryMemory,
  ...findWords,
  typeSearch,
  findMistypedWords,
  ...indexSavedBrief,
  buildIndex,
  loadIndex,
  exportBrief,
  updateBacklinks,
  verifyBriefRow,
  findEvidenceRow,
  findEvidenceGrowthRow,
  ...printPaper,
  ...finishPaper,
  paperMemory,
  secondExport,
  growth,
]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    data: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
})
const data = values.data
  ? resolve(process.env.INIT_CWD ?? '.', values.data)
  : join(projectRoot, '../shared/eval')
function asRows({ name, isMedianOnly }: Measure, measured: Measured | Row[]): Row[] {
  if (Array.isArray(measured)) return measured
  return rowsOf(name, measured.ours, measured.references, isMedianOnly)
}

const seed = Number(values.seed)
if (!Number.isInteger(seed)) throw new RangeError(`--seed is an integer, not ${values.seed}.`)

// A thread that searches holds no process back from its end.
const running = setInterval(() => undefined, 60_000)
const rows: Row[] = []
for (const measure of measures) {
  if (!measure.name.includes(values.only ?? '')) continue
  if (measure.data && !existsSync(join(data, measure.data))) {
    console.error(`Left out: ${measure.name}, for ${join(data, measure.data)} is not there (--data DIR).`)
    continue
  }
  if (measure.missing) {
    console.error(`Left out: ${measure.name}, for ${measure.missing}.`)
    continue
  }
  console.error(`Measuring ${measure.name} …`)
  try {
    const measured = await measure.measure({ seed })
    rows.push(...asRows(measure, measured))
  } catch (error) {
    console.error(`${measure.name} could not be measured: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

await endTheRun()
clearInterval(running)
if (values.json) console.log(JSON.stringify({ machine: machine(), versions: versions(), seed, rows }))
else console.log(`\n${machine()}\n${versionLine()}, seed ${seed}\n\n${table(rows)}`)
