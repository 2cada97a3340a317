// The process whose system calls fail: opens a library, saves once, and says what came of it.
//   node saver.ts FOLDER record|group
import { writeSync } from 'node:fs'
import { openLibrary } from '../../main/library/open-library.ts'
import { bodyOf, groupIds, recordIds } from './marked-briefs.ts'

const [folder = '', kind] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)
const round = 1
const what = kind === 'group' ? 'group' : (recordIds[0] ?? '')

const library = await openLibrary({ folder, access: 'write', now: () => new Date() }).catch(error => {
  say(`not opened: ${error.message}`)
  process.exit(0)
})
say(`begin ${what} ${round}`)
const change = (brief: { body: string }) => ({ ...brief, body: bodyOf(round) })
try {
  if (kind === 'group') {
    await library.saveAll(
      await Promise.all(
        groupIds.map(async id => {
          const brief = await library.get('briefs', id)
          return { collection: 'briefs' as const, id, after: { ...brief, ...change(brief) } }
        }),
      ),
    )
  } else await library.update('briefs', what, brief => ({ ...brief, ...change(brief) }))
  say(`saved ${what} ${round}`)
} catch (error) {
  say(`not saved: ${(error as Error).message}`)
}
await library.close()
