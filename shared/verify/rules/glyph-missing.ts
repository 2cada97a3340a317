import type { Range } from '../../extract/sentences.ts'
import { attributionOf, recordForm } from '../../references/record-form.ts'
import type { Linked } from '../../references/resolve-reference.ts'
import { exampleBrief } from '../example-records.ts'
import { type MissingGlyphs, missingGlyphs } from '../missing-glyphs.ts'
import type { Rule } from '../rule.ts'

export const glyphMissing: Rule = {
  name: 'glyph-missing',
  severity: 'warning',
  wrong:
    'A character is in none of the app’s faces, and would print as a box, or differently on each machine.',
  mend: 'Write it in letters that the app has: as ⅔ is “two thirds”, or a name as it is written in English.',
  examples: {
    wrong: exampleBrief('The ministry of finance (กระทรวงการคลัง) met the governor.'),
    right: exampleBrief('The ministry of finance (財務省) met the governor.'),
  },
  find: ({ brief, text: { unprinted }, references, resolve }) => {
    const inText = missingGlyphs(withBlanks(brief.body, unprinted)).map(missing => ({
      start: missing.start,
      end: missing.end,
      message: say(missing),
      evidence: null,
    }))
    const inRecords = references.flatMap(reference => {
      const linked = resolve(reference)
      const [missing] = linked ? missingGlyphs(`${wordsOf(linked)} ${sourceWords(linked)}`) : []
      if (!missing) return []
      const { start, end, id } = reference
      return { start, end, message: say(missing, ' of what is linked here'), evidence: id }
    })
    const inHead = [brief.title, ...(brief.recipients ?? []), brief.marking].flatMap(words => {
      const [missing] = missingGlyphs(words ?? '')
      return missing
        ? { start: 0, end: 0, message: say(missing, ` of “${words}”, over the text`), evidence: null }
        : []
    })
    return [...inHead, ...inText, ...inRecords]
  },
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
  return source ? [source.title, source.publisher, ...source.authors].join(' ') : ''
}
