// What the checks find in a brief, and what a person answers.
import type { Brief } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { type Answer, wordsOfFinding } from '../../shared/verify/answer.ts'
import { readBriefText } from '../../shared/verify/brief-text.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import type { BriefToVerify } from '../../shared/verify/rule.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import { knownList } from './known-lists.ts'
import { knownPages } from './known-pages.ts'
import { linkedRecords } from './linked-records.ts'
import type { PageMeter } from './page-meter.ts'
import type { Ports } from './ports.ts'
import type { KnownFromPrint } from './print-brief.ts'
import type { Templates } from './templates.ts'

export function verifyRequests(
  library: Library,
  templates: Templates,
  { now, meter }: Pick<Ports, 'now'> & { meter: Pick<PageMeter, 'known' | 'last'> },
): Pick<Handlers, 'brief.verify' | 'finding.answer'> {
  return {
    'brief.verify': async ({ id, fields, date }) => {
      const parts = await partsWithPages(await briefAsTyped(library, id, fields))
      return { findings: verifyBrief({ ...parts, ...(date === undefined ? {} : { day: date }) }) }
    },
    'finding.answer': async ({ id, rule, reason, ...place }) => {
      const brief = await library.get('briefs', id)
      const parts = await partsWithPages(brief)
      const findings = verifyBrief(parts)
      const at = now().toISOString()
      const askedIn = (found: readonly Finding[]) =>
        found
          .map(finding => ({ finding, words: wordsOfFinding(finding, brief.body) }))
          .filter(({ finding, words }) => finding.rule === rule && isThere(finding, words, place))
          .map(({ finding: { evidence }, words }) => ({ rule, words, evidence }))
          .filter((each, index, all) => all.findIndex(other => isSame(each, other)) === index)
      const known = askedIn(findings)
      const asked = known.length > 0 ? known : askedIn(verifyBrief({ ...parts, ...worstPrint(brief.body) }))
      if (asked.length === 0) throw nothingFound(brief.title, rule, place, findings)
      return library.update('briefs', id, known => ({
        ...known,
        // A new reason takes the place of an old one.
        answers: [
          ...known.answers.filter(each => !asked.some(finding => isSame(each, finding))),
          ...(reason === null ? [] : asked.map(finding => ({ ...finding, reason, at }))),
        ],
        updatedAt: at,
      }))
    },
  }

  async function partsWithPages(brief: Brief): Promise<BriefToVerify> {
    const known = { brief, ...(await linkedRecords(library, brief)) }
    const parts = partsToVerify(library, templates, known, now)
    return { ...parts, ...knownPages(meter, known, templates.findAsPrinted(brief.template)) }
  }
}

/** A brief as it is saved, with what is typed and not saved yet. */
export async function briefAsTyped(
  library: Library,
  id: string,
  fields: RequestInput<'brief.verify'>['fields'] = {},
): Promise<Brief> {
  return { ...(await library.get('briefs', id)), ...defined(fields) }
}

/** All that only a print finds, which is answered without another one. */
function worstPrint(body: string): Pick<KnownFromPrint, 'areNotesMoved' | 'brokenTables'> {
  return { areNotesMoved: true, brokenTables: [-1, ...readBriefText(body).tables.keys()] }
}

type AnsweredFinding = Pick<Answer, 'rule' | 'words' | 'evidence'>

/** A line, or the words and the evidence by which an answer knows its finding. */
type AnsweredPlace = { line: number } | { words: string; evidence: string | null }

function isThere(finding: Finding, words: string, place: AnsweredPlace): boolean {
  return 'line' in place
    ? finding.line === place.line
    : words === place.words && finding.evidence === place.evidence
}

function isSame(one: AnsweredFinding, other: AnsweredFinding): boolean {
  return one.rule === other.rule && one.words === other.words && one.evidence === other.evidence
}

function nothingFound(
  title: string,
  rule: string,
  place: AnsweredPlace,
  findings: readonly Finding[],
): RequestProblem {
  const there = findings.map(each => `${each.rule} on line ${each.line}`)
  const what = there.length === 0 ? 'there are no findings' : `there is ${there.slice(0, 5).join(', ')}`
  const where = 'line' in place ? `on line ${place.line} of` : 'on those words in'
  return new RequestProblem(
    'not-found',
    `The checks find no ${rule} ${where} “${title}”; ${what}. Nothing was changed.`,
  )
}

type Linked = Omit<Awaited<ReturnType<typeof linkedRecords>>, 'behind' | 'briefs'> & {
  briefs: readonly Pick<Brief, 'id' | 'title'>[]
}

/** All that the checks look at. A brief that bears no date is judged on the day it is. */
export function partsToVerify(
  library: Library,
  templates: Templates,
  { brief, ...linked }: { brief: Brief } & Linked,
  now: () => Date,
): BriefToVerify {
  const template = templates.find(brief.template)
  return {
    brief,
    ...linked,
    libraryFigures: knownList(library, 'figures'),
    ...(template && { template }),
    checks: library.choices.settings().checks,
    answers: brief.answers,
    day: brief.date ?? localDay(now()),
  }
}

/** The calendar day that it is here at an instant. */
export function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}
