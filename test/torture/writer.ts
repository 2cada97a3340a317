// The process that is killed: opens a library and saves without end, saying what it begins and what is saved.
//   node writer.ts FOLDER records|groups|opening FIRST
// `records` saves single records in turn, `groups` several as one; `opening` only opens the library. Each line goes out
// by one write before the next step, so what stands in the pipe is what had been said when the process ended.
import { writeSync } from 'node:fs'
import { openLibrary } from '../../main/library/open-library.ts'
import { bodyOf, groupIds, recordIds } from './marked-briefs.ts'

const [folder = '', kind = 'records', first = '1'] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)

say('begin opening')
const library = await openLibrary({ folder, access: 'write', now: () => new Date(), patience: 10_000 })
say('opened')
if (library.whyReadOnly) throw new Error(`The library ${library.whyReadOnly.what}.`)
for (let round = Number(first); kind !== 'opening'; round++) {
  if (kind === 'groups') {
    say(`begin group ${round}`)
    await library.saveAll(
      await Promise.all(
        groupIds.map(async id => {
          const after = {
            ...(await library.get('briefs', id)),
            body: bodyOf(round),
            updatedAt: new Date().toISOString(),
          }
          return { collection: 'briefs' as const, id, after }
        }),
      ),
    )
    say(`saved group ${round}`)
  } else {
    const id = recordIds[round % recordIds.length] ?? ''
    say(`begin ${id} ${round}`)
    await library.update('briefs', id, brief => ({
      ...brief,
      body: bodyOf(round),
      updatedAt: new Date().toISOString(),
    }))
    say(`saved ${id} ${round}`)
  }
}
await library.close()
