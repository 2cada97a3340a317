// lowdb's own file adapter under the same power cuts, for comparison.
//   node stock-writer.ts FOLDER FIRST
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { bodyOf, recordIds } from './marked-briefs.ts'

const [folder = '', first = '1'] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)
say('opened')
for (let round = Number(first); ; round++) {
  const id = recordIds[round % recordIds.length] ?? ''
  say(`begin ${id} ${round}`)
  await new Low(new JSONFile<{ body: string }>(join(folder, `${id}.json`)), { body: bodyOf(round) }).write()
  say(`saved ${id} ${round}`)
}
