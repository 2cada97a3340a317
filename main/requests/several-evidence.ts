// Several pieces of evidence at once: changed, deleted and brought back, each as one.
import type { Collection, EvidenceCollection, FoundRecord } from '../../shared/model/records.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Change } from '../library/change.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'

type SeveralRequest = 'evidence.uses' | 'evidence.change' | 'evidence.delete' | 'evidence.restore'

export function severalEvidenceRequests(library: Library, { now }: Ports): Pick<Handlers, SeveralRequest> {
  return {
    'evidence.uses': async () => ({ uses: Object.fromEntries(library.useCounts()) }),

    'evidence.change': async ({ changes }) => {
      const ids = changes.map(({ id }) => id)
      await library.saveTogether(ids, async () => {
        const updatedAt = now().toISOString()
        return Promise.all(
          changes.map(async ({ id, fields }) => {
            const { collection, record } = await evidenceOf(id)
            const said = defined(fields)
            if (collection !== 'quotes' && ofQuotes.some(field => field in said)) throw onlyQuotes(id)
            const { person } = fields
            if (person && library.glance(person)?.collection !== 'people') throw noPerson(person)
            return { collection, id, after: { ...record, ...said, updatedAt } } as Change
          }),
        )
      })
      return together(await Promise.all(ids.map(evidenceOf)))
    },

    'evidence.delete': async ({ ids, evenIfUsed }) => {
      const changes = ids.flatMap((id): Change[] => {
        const collection = library.glance(id)?.collection
        return collection && isEvidence(collection) ? [{ collection, id, after: null }] : []
      })
      const used = evenIfUsed ? [] : await usedAmong(changes.map(({ id }) => id))
      if (used.length > 0) throw inUse(used)
      await library.saveAll(changes)
      return { ids: changes.map(({ id }) => id) }
    },

    'evidence.restore': async ({ ids }) => {
      const restored: FoundRecord[] = []
      for (const id of ids) restored.push(await library.restore(id))
      return together(restored)
    },
  }

  async function evidenceOf(id: string): Promise<FoundRecord> {
    const found = await library.find(id)
    if (isEvidence(found.collection)) return found
    throw new RequestProblem('refused', `${id} is no evidence. Nothing was changed.`)
  }

  /** Those that a brief refers to. */
  async function usedAmong(ids: readonly string[]): Promise<string[]> {
    const briefs = new Set(
      ids.flatMap(id => library.mayUse(id).flatMap(user => (user.collection === 'briefs' ? [user.id] : []))),
    )
    const used = new Set<string>()
    for (const brief of briefs)
      for (const { id } of parseReferences((await library.get('briefs', brief)).body)) used.add(id)
    return ids.filter(id => used.has(id))
  }
}

const ofQuotes = ['speaker', 'role', 'organisation', 'person'] as const

function isEvidence(collection: Collection): collection is EvidenceCollection {
  return collection === 'quotes' || collection === 'figures' || collection === 'events'
}

function together(found: readonly FoundRecord[]) {
  return {
    quotes: found.flatMap(each => (each.collection === 'quotes' ? [each.record] : [])),
    figures: found.flatMap(each => (each.collection === 'figures' ? [each.record] : [])),
    events: found.flatMap(each => (each.collection === 'events' ? [each.record] : [])),
  }
}

function onlyQuotes(id: string): RequestProblem {
  return new RequestProblem(
    'refused',
    `${id} is no quote, so nobody said it. Nothing was changed; choose quotes alone.`,
  )
}

function noPerson(id: string): RequestProblem {
  return new RequestProblem(
    'not-found',
    `There is no person “${id}” in the library. Nothing was changed; name another, or nobody.`,
  )
}

function inUse(ids: readonly string[]): RequestProblem {
  const shown = ids.slice(0, 5).join(', ')
  const more = ids.length > 5 ? ` and ${ids.length - 5} more` : ''
  return new RequestProblem(
    'in-use',
    `Briefs use ${shown}${more}. Nothing was deleted; take them out there first, or delete them even so.`,
  )
}
