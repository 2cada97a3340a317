// Whether the open brief, or what it uses, has changed since it was issued.
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { areListsWhole, lists } from '../state/desk.ts'

/** Milliseconds without a save before the brief is compared with its newest version. */
const pause = 700

/** What is known of the brief that was compared last; `isSame` is null where that could not be told. */
export const issuedStatus = signal<{ brief: string; version: number; isSame: boolean | null } | null>(null)

/** Keeps that up with the brief and the records it may use: each save of one is a new state of the lists. */
export function useIssuedStatus({ id, issues }: Pick<Brief, 'id' | 'issues'>): void {
  const records = lists.value
  const isReady = areListsWhole.value
  const version = issues.at(-1)?.version
  useEffect(() => {
    if (!isReady || version === undefined) return
    let isOver = false
    const waiting = setTimeout(async () => {
      const result = await request('issue.compare', { id, from: version, to: null })
      if (!isOver) issuedStatus.value = { brief: id, version, isSame: result.ok ? result.value.isSame : null }
    }, pause)
    return () => {
      isOver = true
      clearTimeout(waiting)
    }
  }, [id, version, records, isReady])
}
