// What the finder proposes for a text, printed: of a file, of a source, or of many texts, one a line.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findEvidence } from '../../shared/extract/find-evidence.ts'
import type { Language } from '../../shared/extract/language.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import { RequestProblem } from '../../shared/result.ts'
import { captureFile } from '../capture/capture.ts'
import type { CapturedSource } from '../capture/capture-one.ts'
import type { ReadingProcess } from '../capture/process/reading-process.ts'
import type { Printed } from './printed.ts'
import type { Call } from './usage.ts'

/** A text with its own day, YYYY-MM-DD, where that is known. */
type Dated = { text: string; day: string | null }

/** The suggestions for a file, which needs no library; null where there is no file of that name in the folder. */
export async function suggestForFile(
  call: Call,
  folder: string,
  reading: ReadingProcess,
): Promise<Printed | null> {
  const path = resolve(folder, call.arguments[0] ?? '')
  if ((await stat(path).catch(() => null)) === null) return null
  const source = await onlySourceOf(path, reading)
  return suggested({ text: source.text, day: source.publishedOn }, call)
}

async function onlySourceOf(path: string, reading: ReadingProcess): Promise<CapturedSource> {
  const sources: CapturedSource[] = []
  for await (const step of captureFile(path, { reading })) {
    if ('captured' in step) sources.push(step.captured.source)
    if ('failed' in step) throw new RequestProblem('unreadable', step.failed.message)
  }
  const [source, second] = sources
  if (!source || second)
    throw new RequestProblem(
      'bad-input',
      `${path} holds ${sources.length} texts. Unpack it and name one of them.`,
    )
  return source
}

/** The suggestions for a text, for its own day and language unless the command names others. */
export function suggested({ text, day }: Dated, { options: { date, lang } }: Call): Printed {
  const found = findEvidence(text, date ?? wholeDay(day), (lang as Language | undefined) ?? null)
  return { json: found, lines: linesOf(found) }
}

/**
 * Answers each line `{id,text,date,lang}` with a line of suggestions under its id; one that is no such object with
 * `{id:null,error}`. Returns how many those were.
 */
export async function suggestForLines(
  chunks: AsyncIterable<string>,
  write: (line: string) => Promise<void>,
): Promise<number> {
  let failures = 0
  for await (const line of linesIn(chunks)) {
    if (line.trim() === '') continue
    const answer = answerLine(line)
    if ('error' in answer) failures++
    // Some readers take these two for line ends as well.
    await write(`${JSON.stringify(answer).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`)
  }
  return failures
}

function answerLine(line: string): ({ id: unknown } & Suggestions) | { id: null; error: string } {
  try {
    const asked: unknown = JSON.parse(line)
    if (typeof asked !== 'object' || asked === null || !('text' in asked) || typeof asked.text !== 'string')
      return { id: null, error: 'The line is no object with a text.' }
    const { id = null, date, lang } = asked as { id?: unknown; date?: unknown; lang?: unknown }
    const day = typeof date === 'string' ? wholeDay(date) : null
    const language = lang === 'en' || lang === 'ja' ? lang : null
    return { id, ...findEvidence(asked.text, day, language) }
  } catch (error) {
    return { id: null, error: `The line is no JSON: ${(error as Error).message}` }
  }
}

async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let pieces: string[] = []
  for await (const chunk of chunks) {
    const [first = '', ...more] = chunk.split('\n')
    pieces.push(first)
    for (const next of more) {
      yield pieces.join('')
      pieces = [next]
    }
  }
  yield pieces.join('')
}

function wholeDay(date: string | null): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

function linesOf({ quotes, figures, events, people }: Suggestions): string[] {
  const named = new Map(people.map(person => [person.name, person]))
  return [
    ...quotes.map(
      ({ start, text, speaker, role, organisation }) =>
        `${start}\tquote\t“${oneLine(text)}” ${[speaker, role, organisation].filter(Boolean).join(', ')}`,
    ),
    ...figures.map(({ start, text, label }) => `${start}\tfigure\t${oneLine(text)}: ${oneLine(label)}`),
    ...events.map(
      ({ start, text, when, title }) =>
        `${start}\tevent\t${oneLine(text)} (${when ?? '?'}): ${oneLine(title)}`,
    ),
    ...[...named.values()].map(
      ({ start, kind, name, role, organisation }) =>
        `${start}\t${kind}\t${[name, role, organisation].filter(Boolean).join(', ')}`,
    ),
  ]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
