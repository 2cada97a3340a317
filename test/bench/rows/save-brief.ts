import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openLibrary } from '../../../main/library/open-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { briefRecord, prose } from '../sample-brief.ts'

const rounds = 200

/** A save by the library as the editor asks for it, against the same bytes written by hand on the same disk. */
export const saveBrief: Measure = {
  name: 'save of a 20 KB brief',
  measure: () => inTemporaryFolder(measureIn),
}

async function measureIn(folder: string) {
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  const brief = await library.add('briefs', briefRecord('20-kilobytes', prose(20_000)))
  const bytes = await readFile(join(folder, 'briefs', `${brief.id}.json`))
  const raw = join(folder, 'briefs', 'raw.json')
  let saves = 0

  const ours = () => {
    saves += 1
    // Another text of the same length each time, or there would be nothing to save.
    const body = String(saves).padStart(8, '0') + brief.body.slice(8)
    // As the request does that the editor makes.
    const updatedAt = new Date().toISOString()
    return timeRested(() => library.update('briefs', brief.id, record => ({ ...record, body, updatedAt })))
  }
  const theirs = () => timeRested(() => writeByHand(raw, bytes))
  const theirsWithFolder = () =>
    timeRested(async () => {
      await writeByHand(raw, bytes)
      await flush(join(folder, 'briefs'))
    })

  const [our = [], plain = [], withFolder = []] = await inTurn(rounds, [ours, theirs, theirsWithFolder])
  await library.close()
  return {
    ours: our,
    references: [
      { against: 'a raw write + fsync + rename of the same bytes', goal: null, times: plain },
      { against: 'the same + fsync of the folder', goal: 1.5, times: withFolder },
    ],
  }
}

/** As saves come: each after a pause, so that nothing of one, on the disk or after its answer, falls on the next. */
async function timeRested(work: () => Promise<unknown>): Promise<number> {
  await setTimeout(5)
  return timeOf(work)
}

async function writeByHand(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${path}.tmp`, 'w')
  await handle.write(bytes)
  await handle.sync()
  await handle.close()
  await rename(`${path}.tmp`, path)
}

async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
