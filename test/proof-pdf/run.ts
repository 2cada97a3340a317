// `npm run proof:pdf`: briefs of 1 to 200 pages and one of what is hard to set, printed and looked over.
//   --only NAME   one of them: 1, 10, 50, 200, stress or hyphens
import { parseArgs } from 'node:util'
import { helpIfAsked } from '../../scripts/help.mjs'
import type { Template } from '../../shared/brief/template.ts'
import { generatedBrief } from './generated-brief.ts'
import { lookAt } from './look-at.ts'
import { stressBrief } from './stress-brief.ts'
import { stressEvents } from './stress-events.ts'

helpIfAsked(import.meta.url)

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const bodies: [string, () => string, Partial<Template>?][] = [
  ...[1, 10, 50, 200].map(pages => [String(pages), () => generatedBrief(pages)] as [string, () => string]),
  ['stress', stressBrief],
  ['hyphens', stressBrief, { hyphens: true, paper: 'letter' }],
]

let failed = 0
for (const [name, write, form] of bodies) {
  if (values.only !== undefined && values.only !== name) continue
  console.log(`\n${name}`)
  for (const { name: what, looked, problems } of await lookAt(write(), stressEvents, form)) {
    const right = Math.max(0, looked - problems.length)
    console.log(`  ${problems.length === 0 ? 'held ' : 'SHORT'}  ${right} of ${looked} ${what}`)
    for (const problem of problems.slice(0, 5)) console.log(`           ${problem}`)
    failed += problems.length
  }
}
process.exitCode = failed === 0 ? 0 : 1
