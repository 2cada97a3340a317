import type { Range } from '../../extract/sentences.ts'
import { attributionOf, recordForm } from '../../references/record-form.ts'
import type { Linked } from '../../references/resolve-reference.ts'
import { exampleBrief } from '../example-records.ts'
import { type MissingGlyphs, missingGlyphs } from '../missing-glyphs.ts'
import type { Fault, Rule, VerifiedBrief } from '../rule.ts'
import { wordsAround } from '../words-around.ts'

export const glyphMissing: Rule = {
  name: 'glyph-missing',
  severity: 'warning',
  wrong:
    'A character is in none of the app’s faces, and would print as a box, or differently on each machine.',
  mend: 'Write it in letters that the app has: as ⅔ is “two thirds”, or a name as it is written in English. Around the evidence in a source only a form without an annex leaves it out; answer it where it may stand.',
  examples: {
    wrong: exampleBrief('The ministry of finance (กระทรวงการคลัง) met the governor.'),
    right: exampleBrief('The ministry of finance (財務省) met the governor.'),
  },
  find: verified => [...inHead(verified), ...inText(verified), ...inRecords(verified)],
  findInAnswered: (answered, { brief, text: { unprinted } }) =>
    answered.flatMap(({ fault: { start, end, evidence }, reason }) => {
      const isWithin = (range: Range) => start <= range.start && range.end <= end
      const hidden = unprinted.filter(isWithin).map(range => brief.body.slice(range.start, range.end))
      const [missing] = missingGlyphs([reason, ...hidden].join(' '))
      return missing
        ? [{ start, end, message: say(missing, ' of what the annex says of an answered check'), evidence }]
        : []
    }),
}

/** What stands over the text, and at the top and the foot of every page. */
function inHead({ brief, template }: VerifiedBrief): Fault[] {
  const head = [
    template?.title,
    brief.title,
    ...(brief.recipients ?? []),
    brief.dueOn ? template?.due : null,
    brief.reference,
    brief.marking,
  ]
  return head.flatMap(words => {
    const [missing] = missingGlyphs(words ?? '')
    return missing
      ? { start: 0, end: 0, message: say(missing, ` of “${words}”, over the text`), evidence: null }
      : []
  })
}

function inText({ brief, text: { unprinted, numbered } }: VerifiedBrief): Fault[] {
  const byNumber = numbered.flatMap(({ start, end, character }) =>
    missingGlyphs(character).map(missing => ({ ...missing, start, end })),
  )
  return [...missingGlyphs(withBlanks(brief.body, unprinted)), ...byNumber].map(missing => ({
    start: missing.start,
    end: missing.end,
    message: say(missing),
    evidence: null,
  }))
}

/** What records bring with them; an annex has the words around each once. */
function inRecords({ references, resolve, template }: VerifiedBrief): Fault[] {
  const seen = new Set<string>()
  return references.flatMap(reference => {
    const linked = resolve(reference)
    if (!linked) return []
    const { start, end, id } = reference
    const [missing] = missingGlyphs(`${wordsOf(linked)} ${sourceWords(linked)}`)
    const context = template?.annex && !seen.has(id) ? wordsAround(linked) : null
    seen.add(id)
    // The words themselves are most often those of the record, where they are found already.
    const around = context && [context.page, context.before, missing ? '' : context.words, context.after]
    const [beside] = missingGlyphs(around?.join(' ') ?? '')
    return [
      ...(missing ? [say(missing, ' of what is linked here')] : []),
      ...(beside ? [say(beside, ' of what stands there in its source, which the annex prints,')] : []),
    ].map(message => ({ start, end, message, evidence: id }))
  })
}

function say({ first, count }: MissingGlyphs, where = ''): string {
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const what = `“${first}” (U+${code})`
  return count === 1
    ? `The character ${what}${where} is in none of the app’s faces. It would print as a box, or in whatever face a machine has.`
    : `${count} characters${where}, the first ${what}, are in none of the app’s faces. They would print as boxes, or in whatever face a machine has.`
}

function withBlanks(body: string, ranges: readonly Range[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (start < at) continue
    pieces.push(body.slice(at, start), ' '.repeat(end - start))
    at = end
  }
  return pieces.join('') + body.slice(at)
}

/** What a record brings onto paper. */
function wordsOf(linked: Linked): string {
  switch (linked.kind) {
    case 'quote':
      return [recordForm(linked), ...attributionOf(linked.record), linked.record.translation?.text].join(' ')
    case 'figure':
      return [recordForm(linked), linked.record.measures].join(' ')
    case 'event':
      return [linked.record.title, linked.record.place, ...linked.record.participants].join(' ')
    case 'person':
      return [linked.record.name, linked.record.role, linked.record.organisation].join(' ')
    case 'source':
    case 'brief':
      return linked.record.title
  }
}

/** What the list of sources says of where it is from. */
function sourceWords({ source }: Linked): string {
  return source ? [source.title, source.publisher, ...source.authors, source.url].join(' ') : ''
}
