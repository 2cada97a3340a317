// `npm run torture`: whether the library keeps its promises when processes are killed, the power fails and disks refuse.
//   --kills N   how often the writer is killed (2000)
//   --cuts N    how often the power is cut, on each file system (100)
//   --only kills|cuts|calls
import { parseArgs } from 'node:util'
import { helpIfAsked } from '../../scripts/help.mjs'
import { tortureCalls } from './calls.ts'
import { killWriters } from './kill.ts'
import { cutPower } from './power.ts'

helpIfAsked(import.meta.url)

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '2000' },
    cuts: { type: 'string', default: '100' },
    only: { type: 'string' },
  },
})
const asked = (part: string) => values.only === undefined || values.only === part
const say = (line: string) => console.error(line)
let broken = 0

if (asked('kills')) {
  const tally = await killWriters(Number(values.kills), say)
  broken += tally.torn + tally.lost + tally.mixed
  console.log(
    `kill -9: ${tally.kills} times, ${tally.whileRecovering} of them while recovering; ` +
      `${tally.torn} torn records, ${tally.lost} lost saves, ${tally.mixed} saves half done`,
  )
}
if (asked('calls')) broken += await tortureCalls(say)
if (asked('cuts')) broken += await cutPower(Number(values.cuts), say)

console.log(broken === 0 ? 'Every promise was kept.' : `${broken} promises were broken.`)
process.exitCode = broken === 0 ? 0 : 1
