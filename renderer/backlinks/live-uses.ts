// The uses of a record as the window knows them: those of saved briefs from main, those of the open brief from its very text.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Backlink, Backlinks } from '../../shared/backlinks.ts'
import { type LiveReferences, liveReferences } from '../../shared/references/live-references.ts'
import { usesInText } from '../../shared/references/uses-in-text.ts'
import { request } from '../bridge/bridge.ts'
import { shownRecord } from '../editor/shown-record.ts'
import { lists, openBrief } from '../state/desk.ts'
import { evidenceOfSource } from '../state/lists.ts'

/** Saves come one after the other while somebody types, and what they changed here is seen without them. */
const settled = 200

/** Where a record is used at this moment; null until that is known. */
export function useBacklinks(id: string): Backlink[] | null {
  const [saved, setSaved] = useState<{ id: string; backlinks: Backlinks } | null>(null)
  const records = lists.value
  const brief = openBrief.value
  const isFirst = saved?.id !== id
  // Saves of the open brief are no news: it is read from its text.
  const others = records.briefs.filter(each => each.id !== brief?.id)
  const { quotes, figures, events, sources } = records

  useEffect(() => {
    let isWanted = true
    const wait = setTimeout(
      async () => {
        const result = await request('backlinks.list', { id })
        if (isWanted && result.ok) setSaved({ id, backlinks: result.value })
      },
      isFirst ? 0 : settled,
    )
    return () => {
      isWanted = false
      clearTimeout(wait)
    }
  }, [id, brief?.id, others.length, others[0]?.updatedAt, quotes, figures, events, sources])

  return useMemo(() => {
    if (saved?.id !== id) return null
    const others = saved.backlinks.briefs.filter(link => link.brief !== brief?.id)
    return brief ? [...usesInBrief(id, brief), ...others] : others
  }, [saved, id, brief?.body, brief?.title, brief?.id, records])
}

let live: LiveReferences | null = null

function usesInBrief(id: string, brief: { id: string; title: string; body: string }): Backlink[] {
  live = live?.text === brief.body ? live : (live?.become(brief.body) ?? liveReferences(brief.body))
  const sought = new Set([id, ...evidenceOfSource(lists.value, id).map(({ record }) => record.id)])
  return usesInText(
    live.text,
    live.references,
    each => sought.has(each),
    reference => shownRecord(lists.value, reference.kind, reference.id)?.label ?? reference.id,
  ).map(({ id: target, ...use }) => ({
    brief: brief.id,
    title: brief.title,
    through: target === id ? null : target,
    ...use,
  }))
}
