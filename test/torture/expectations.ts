// What a killed writer had said, and whether the library keeps its word.
import { openLibrary } from '../../main/library/open-library.ts'
import { wholeBriefs } from '../whole-briefs.ts'
import { groupIds, recordIds, roundOf } from './marked-briefs.ts'

/** The last save of each that was reported, and the last that was begun. */
export type Said = { saved: Map<string, number>; begun: Map<string, number> }

export const nothingSaid = (): Said => ({ saved: new Map(), begun: new Map() })

/** Takes in the lines of a writer. A line that was cut off says nothing. */
export function hear(said: Said, output: string): void {
  for (const line of output.split('\n').slice(0, -1)) {
    const [, verb, what = '', round] = /^(begin|saved) (\S+) (\d+)$/.exec(line) ?? []
    if (verb === 'begin') said.begun.set(what, Number(round))
    if (verb === 'saved') said.saved.set(what, Number(round))
  }
}

export type Verdict = { torn: number; lost: number; mixed: number; complaints: string[] }

/** Opens the library as the app does, and counts what breaks the promises. */
export async function judge(folder: string, said: Said): Promise<Verdict> {
  const verdict: Verdict = { torn: 0, lost: 0, mixed: 0, complaints: [] }
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(), patience: 10_000 })
  for (const { file, reason } of library.describe().setAside) {
    verdict.torn += 1
    verdict.complaints.push(`${file}: ${reason}`)
  }
  const bodies = new Map((await wholeBriefs(library)).map(({ id, body }) => [id, body]))
  await library.close()
  const roundFor = (id: string) => roundOf(bodies.get(id) ?? '')
  for (const [what, ids] of [...recordIds.map(id => [id, [id]] as const), ['group', groupIds] as const]) {
    const rounds = ids.map(roundFor)
    const [saved, begun] = [said.saved.get(what) ?? 0, said.begun.get(what) ?? 0]
    const [round] = rounds
    if (rounds.includes(null)) verdict.torn += 1
    else if (new Set(rounds).size > 1) verdict.mixed += 1
    else if (round === undefined || round === null || round < saved || round > begun) verdict.lost += 1
    else {
      // What is there now counts as saved from here on, also where it was not reported any more.
      said.saved.set(what, round)
      continue
    }
    verdict.complaints.push(`${what}: has ${rounds.join(', ')}; saved ${saved}, begun ${begun}`)
  }
  return verdict
}
