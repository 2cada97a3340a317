// Issuing a brief from a terminal, and what changed since: what the two commands print.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { diffWords } from '../../shared/diff/word-diff.ts'
import type { BriefChanges, EvidenceChange, FieldChange } from '../../shared/issue/brief-changes.ts'
import { fieldWords } from '../../shared/issue/field-words.ts'
import { foldText } from '../../shared/issue/fold-text.ts'
import { RequestProblem } from '../../shared/result.ts'
import { problemOf } from '../requests/answer.ts'
import { localDay } from '../requests/verify.ts'
import { findingLines } from './checks.ts'
import type { Printed, Request } from './printed.ts'
import { versionIn } from './version-in.ts'
import { markWords } from './word-marks.ts'

/** Issues a brief, and copies the version into a folder of its own in `to` where that is named. */
export async function issueBrief(
  id: string,
  to: string | null,
  { request, chooseFolder }: { request: Request; chooseFolder: (folder: string) => void },
): Promise<Printed> {
  // What can be refused is refused before anything is frozen.
  if (to !== null) await mustBeFolder(to)
  const { issue, findings } = await request('brief.issue', { id })
  const { version, manifest } = issue
  const json = { brief: id, ...issue, findings }
  const lines = [`${id} v${version} ${manifest}`, ...findings.flatMap(findingLines).map(line => `  ${line}`)]
  if (to === null) return { json, lines }
  const folder = join(to, `${id}-v${version}`)
  chooseFolder(folder)
  try {
    await request('issue.export', { id, version })
    return { json: { ...json, folder }, lines: [...lines, folder] }
  } catch (error) {
    return { json, lines, failures: [`v${version} was issued, and not copied: ${problemOf(error).message}`] }
  }
}

async function mustBeFolder(to: string): Promise<void> {
  const found = await stat(to).catch(() => null)
  if (found === null || found.isDirectory()) return
  throw new RequestProblem('unwritable', `${to} is a file and no folder. Nothing was issued; name a folder.`)
}

/** What changed since a version (`v1`), or since the last one where none is named. */
export async function changedBrief(id: string, since: string | null, request: Request): Promise<Printed> {
  const from = since === null ? await lastVersion(id, request) : versionIn('--since', since)
  const changes = await request('issue.compare', { id, from, to: null })
  return { json: changes, lines: changeLines(changes) }
}

async function lastVersion(id: string, request: Request): Promise<number> {
  const { record } = await request('record.get', { id })
  const last = 'issues' in record ? record.issues.at(-1) : undefined
  // Where there is none, the comparison refuses in its own words.
  return last?.version ?? 1
}

function changeLines({ title, from, fields, text, evidence, isSame }: BriefChanges): string[] {
  const since = `v${from.version}, issued ${formatEdtf(localDay(new Date(from.at)))}`
  if (isSame) return [`Nothing of “${title}” has changed since ${since}.`]
  return [
    `“${title}” since ${since}`,
    ...fields.flatMap(field => ['', ...fieldLines(field)]),
    ...(text.every(({ kind }) => kind === 'same') ? [] : textLines(text)),
    ...evidence.flatMap(change => ['', ...evidenceLines(change)]),
  ]
}

function textLines(text: BriefChanges['text']): string[] {
  return foldText(text).flatMap(part => {
    if ('shown' in part) return ['', ...markWords(part.shown.parts).split('\n')]
    const { length } = part.folded
    return ['', `(${length === 1 ? '1 paragraph' : `${length} paragraphs`} unchanged)`]
  })
}

const fates = {
  changed: 'changed',
  added: 'is used now',
  removed: 'is no longer used',
  deleted: 'is still linked, and was deleted',
} as const

function evidenceLines({ id, kind, title, change, fields }: EvidenceChange): string[] {
  const line = `The ${kind} ${id} ${fates[change]}: ${title.replace(/\s+/g, ' ')}`
  return [line, ...(change === 'changed' ? fields.flatMap(fieldLines).map(each => `    ${each}`) : [])]
}

/** Characters of values that stand beside one another; the words of longer ones are compared. */
const longestValue = 80

function fieldLines({ name, before, after }: FieldChange): string[] {
  const isLong = Math.max(before?.length ?? 0, after?.length ?? 0) > longestValue
  const values = isLong
    ? markWords(diffWords(before ?? '', after ?? ''))
    : `${before ?? '(none)'} → ${after ?? '(none)'}`
  return `${fieldWords(name)}: ${values}`.split('\n')
}
