// `npm run proof:scale`: a day at the desk of a large library: started, searched, opened, written in, saved and exported.
//   --briefs NUMBER  how many briefs, as many sources, and five times as many pieces of evidence (50,000)
//   --seed NUMBER    of which they are drawn (7)
//   --library DIR    a library that is there already, which is written in
//   --json           one object for a machine, on standard output
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../scripts/executable.mjs'
import { helpIfAsked } from '../../scripts/help.mjs'
import { writeGeneratedFiles } from '../bench/generated-library.ts'
import { machine } from '../bench/machine.ts'
import { dayAtTheDesk, type Step } from './day-at-the-desk.ts'

helpIfAsked(import.meta.url)

const { values } = parseArgs({
  options: {
    briefs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '7' },
    library: { type: 'string' },
    json: { type: 'boolean' },
  },
})
/** Milliseconds for which the window may stand still while somebody types. */
const longestTask = 200
const briefs = Number(values.briefs)
const pictures = join(projectRoot, 'out', 'screenshots')
await mkdir(pictures, { recursive: true })
const place = await mkdtemp(join(tmpdir(), 'dispatch-box-scale-'))
const steps: Step[] = []
const tell = (step: Step) => {
  steps.push(step)
  if (!values.json) console.log(`${step.name.padEnd(46)} ${inSeconds(step.milliseconds)}`)
}
try {
  const library = values.library
    ? resolve(process.env.INIT_CWD ?? '.', values.library)
    : join(place, 'library')
  if (!values.json) console.log(`${machine()}\n`)
  if (!values.library) {
    console.error(`Writing a library of ${briefs} briefs …`)
    await writeGeneratedFiles(library, briefs, Number(values.seed))
  }
  const { stoodStill } = await dayAtTheDesk({ library, profile: join(place, 'profile'), pictures, tell })
  const isHeld = stoodStill <= longestTask
  if (values.json) console.log(JSON.stringify({ machine: machine(), steps, stoodStill, longestTask, isHeld }))
  else
    console.log(
      `\nlongest that the window stood still while typing: ${Math.round(stoodStill)} ms, at most ${longestTask} ${isHeld ? 'held' : 'MISSED'}`,
    )
  if (!isHeld) process.exitCode = 1
} finally {
  await rm(place, { recursive: true, force: true, maxRetries: 5 })
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2).padStart(8)} s`
}
