import type { StrayDraft, UnsavedDraft } from '../../shared/answers.ts'
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { type Draft, holds } from '../library/drafts.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'

/** Text that is typed and not saved yet, and what an earlier session left of such. */
export function draftRequests(
  library: Library,
  templates: Templates,
  { now }: Ports,
): Pick<Handlers, 'draft.list' | 'draft.keep' | 'draft.drop' | 'draft.adopt'> {
  return {
    'draft.list': async () => {
      const drafts: UnsavedDraft[] = []
      const strays: StrayDraft[] = []
      // A window that only reads offers nothing that it could not save.
      if (library.whyReadOnly) return { drafts, strays }
      for (const draft of await library.drafts.recovered()) {
        const { id, at } = draft
        const unsaved = { id, at, fields: defined(draft.fields) }
        if (isThere(library, id)) {
          // One whose file cannot be read is offered once it was mended; the others need not wait for it.
          const brief = await library.get('briefs', id).catch(() => null)
          if (brief && !holds(brief, draft)) drafts.push(unsaved)
          continue
        }
        const trashed = await trashedBrief(library, id)
        if (trashed && holds(trashed, draft)) continue
        strays.push({ ...unsaved, title: titleOf(draft, trashed), isInTrash: trashed !== null })
      }
      return { drafts, strays }
    },
    'draft.keep': async ({ id, fields }) => {
      if (library.whyReadOnly) return null
      await library.get('briefs', id)
      await library.drafts.keep({ id, at: now().toISOString(), fields })
      return null
    },
    'draft.drop': async ({ id, at }) => {
      mustBeWritable(library)
      const draft = await leftBehind(library, id, at)
      if (!draft) return null
      // What nobody could come back to is not dropped.
      const brief = await library.get('briefs', id)
      if (!holds(brief, draft)) {
        const version: Brief = { ...brief, ...defined(draft.fields), updatedAt: at }
        // By its own time, an old draft would be thinned out with the next version.
        await library.holdings.putVersion(version, now().toISOString())
      }
      await library.drafts.drop(id, at)
      return null
    },
    'draft.adopt': async ({ id, at }) => {
      mustBeWritable(library)
      const draft = await leftBehind(library, id, at)
      if (!draft)
        throw new RequestProblem(
          'not-found',
          `Nothing that was typed in "${id}" at ${at} is left. Nothing was changed.`,
        )
      if (isThere(library, id))
        throw new RequestProblem(
          'refused',
          `The brief "${id}" is in the library again. Nothing was changed; what was typed is offered for it at the next start.`,
        )
      const trashed = await trashedBrief(library, id)
      const time = now().toISOString()
      const title = titleOf(draft, trashed)
      const brief = await library.add('briefs', {
        ...(trashed ?? bareBrief(templates)),
        ...defined(draft.fields),
        schema: 5,
        id: await library.newId(title),
        createdAt: time,
        updatedAt: time,
        title,
        issues: [],
      })
      await library.drafts.drop(id, at)
      return brief
    },
  }
}

async function leftBehind(library: Library, id: string, at: string): Promise<Draft | null> {
  return (await library.drafts.recovered()).find(draft => draft.id === id && draft.at === at) ?? null
}

function isThere(library: Library, id: string): boolean {
  return library.has(id) && library.kindOf(id) === 'briefs'
}

/** Null where there is none, or its file cannot be read. */
async function trashedBrief(library: Library, id: string): Promise<Brief | null> {
  const found = await library.holdings.inTrash(id).catch(() => null)
  return found?.collection === 'briefs' ? found.record : null
}

/** A brief that is nowhere is known by its id alone, which was made of its first title. */
function titleOf({ id, fields }: Draft, trashed: Brief | null): string {
  return fields.title ?? trashed?.title ?? id
}

function bareBrief(templates: Templates) {
  return {
    tags: [],
    body: '',
    // Nothing is known of its form; the plainest adds nothing to its words.
    template: templates.plainest().name,
    marking: null,
    recipients: [],
    date: null,
    dueOn: null,
    reference: null,
    answers: [],
  }
}

function mustBeWritable(library: Library): void {
  const why = library.whyReadOnly
  if (why === null) return
  throw new RequestProblem(
    'read-only',
    `The library ${library.folder} ${why.what}, so it can only be read here. Nothing was changed; ${why.remedy}.`,
  )
}
