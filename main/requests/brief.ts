import { draftBody } from '../../shared/brief/draft-body.ts'
import { startingMarking } from '../../shared/brief/starting-marking.ts'
import type { Template } from '../../shared/brief/template.ts'
import { findEvidence } from '../../shared/extract/find-evidence.ts'
import type { EvidenceCollection } from '../../shared/model/records.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import { documentDay } from './document-day.ts'
import { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'

type BriefRequest = 'brief.linked' | 'brief.create' | 'brief.set' | 'brief.duplicate'

export function briefRequests(
  library: Library,
  templates: Templates,
  { notify, now, preferences }: Ports,
): Pick<Handlers, BriefRequest> {
  return {
    'brief.linked': async ({ id }) => {
      const { sources, evidence } = await linkedRecords(library, await library.get('briefs', id))
      return { sources: sources.map(summaryOfSource), ...evidence }
    },
    'brief.create': async ({ template: name, title, from, body, date, marking }) => {
      const template = templates.named(name)
      const time = now().toISOString()
      return library.add('briefs', {
        schema: 5,
        id: await library.newId(title),
        createdAt: time,
        updatedAt: time,
        tags: [],
        title,
        body: body ?? (from === null ? template.body : await draftFrom(from, template, library)),
        template: template.name,
        marking: marking === undefined ? startingMarking(template, preferences.get().marking) : marking,
        recipients: [],
        date,
        dueOn: null,
        reference: null,
        answers: [],
        issues: [],
      })
    },
    'brief.set': async ({ id, fields, since, keepsVersion }) => {
      if (fields.template !== undefined) templates.named(fields.template)
      const draft = library.drafts.current(id)
      if (keepsVersion) await library.keepVersion(id)
      const saved = await changeSince(library, notify, { collection: 'briefs', id, since }, brief => ({
        ...brief,
        ...defined(fields),
        updatedAt: now().toISOString(),
      }))
      await library.drafts.saved(id, draft)
      return saved
    },
    'brief.duplicate': async ({ id }) => {
      const original = await library.get('briefs', id)
      const time = now().toISOString()
      const title = `${original.title} (copy)`
      return library.add('briefs', {
        ...original,
        id: await library.newId(title),
        title,
        createdAt: time,
        updatedAt: time,
        issues: [],
      })
    },
  }
}

async function draftFrom(sourceId: string, template: Template, library: Library): Promise<string> {
  const source = await library.get('sources', sourceId)
  const inSource = <C extends EvidenceCollection>(collection: C) =>
    library
      .listInSource(collection, sourceId)
      .sort((a, b) => (a.anchor?.position.start ?? 0) - (b.anchor?.position.start ?? 0))
  const evidence = {
    quotes: inSource('quotes'),
    figures: inSource('figures'),
    events: inSource('events'),
  }
  // Dates that cannot be known stand in the draft as the words they are.
  const unresolved = findEvidence(source.text, documentDay(source))
    .events.filter(event => event.when === null)
    .map(event => ({
      text: event.text,
      sentence: source.text.slice(event.sentence.start, event.sentence.end),
    }))
  return draftBody({ template, source, evidence, unresolved })
}
