// The scorers that stand beside the data, run on one tool after the other, each in a process of its own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { EvalRow } from './table.ts'
import type { Tool } from './tools/answer.ts'

const program = join(import.meta.dirname, 'tool.ts')
const room = 1 << 28

/** What a row measures, and so which tools set out to do it. */
function claimOf(corpus: string, measure: string): string {
  if (corpus === 'polnear') return /speaker|joint|cue/.test(measure) ? 'speakers en' : 'quotes en'
  if (corpus === 'newsquant') return 'figures en'
  if (corpus === 'timex') return 'dates en'
  return `${measure.startsWith('dates') ? 'dates' : 'figures'} ${measure.includes('Japanese') ? 'ja' : 'en'}`
}

/** The corpora, and what has to be found in one for it to be worth reading. */
const needed: Record<string, string[]> = {
  polnear: ['quotes en'],
  newsquant: ['figures en'],
  specs: ['dates en', 'dates ja', 'figures en', 'figures ja'],
  timex: ['dates en'],
}

type Report = { corpus: string; rows: { measure: string; n: number | null; score: number | null }[] }[]

/** The rows of the public corpora. Throws where the scorer fails. */
export function corpusRows(data: string, tool: Tool, limit: string | undefined): EvalRow[] {
  const limited = limit === undefined ? [] : ['--limit', limit]
  // Some are slow on long texts, and would read those for nothing.
  const only = Object.entries(needed).flatMap(([corpus, claims]) =>
    claims.some(claim => tool.claims.includes(claim)) ? [corpus] : [],
  )
  const run = spawnSync(
    process.execPath,
    [
      join(data, 'corpora.mjs'),
      join(data, 'dev'),
      ...limited,
      '--only',
      only.join(','),
      '--json',
      '--',
      process.execPath,
      program,
      tool.name,
    ],
    { encoding: 'utf8', maxBuffer: room },
  )
  if (run.stdout === '') throw new Error(`The scorer failed for ${tool.name}: ${run.stderr}`)
  return (JSON.parse(run.stdout) as Report).flatMap(({ corpus, rows }) =>
    rows
      .filter(row => row.score !== null)
      .map(({ measure, n, score }) => ({
        text: corpus,
        measure,
        count: n ?? 0,
        tool: tool.name,
        score: claims(tool, claimOf(corpus, measure)) ? score : null,
      })),
  )
}

const parts: Record<string, string> = { QUOTES: 'quotes en', FIGURES: 'figures en', EVENTS: 'dates en' }

/** The rows of the labelled articles. Throws where the scorer fails. */
export function articleRows(data: string, tool: Tool): EvalRow[] {
  const articles = join(data, 'articles')
  const run = spawnSync(
    process.execPath,
    [join(data, 'score.mjs'), articles, articles, '--', process.execPath, program, tool.name],
    { encoding: 'utf8', maxBuffer: room },
  )
  if (run.stdout === '') throw new Error(`The scorer failed for ${tool.name}: ${run.stderr}`)
  const rows: EvalRow[] = []
  let part = ''
  for (const line of run.stdout.split('\n')) {
    if (/^[A-Z]+$/.test(line)) part = line
    const claim = parts[part]
    // "label  P 1.0  R 2.0  F1 3.0  (1 of 2 labelled, …)" or "label  4.0  (1/2)".
    const [, measure, f1, accuracy, of, over] =
      /^ (\S.*?)\s{2,}(?:P .* F1\s+(\S+)|(\S+))\s+\((?:\d+ of (\d+) labelled.*|\d+\/(\d+))\)$/.exec(line) ??
      []
    if (claim === undefined || measure === undefined) continue
    const isOurs = /speaker|role|organisation|cue|scare|qualifier|as-of|status/.test(measure)
    rows.push({
      text: `articles, ${part.toLowerCase()}`,
      measure,
      count: Number(of ?? over),
      tool: tool.name,
      score:
        claims(tool, claim) && (!isOurs || tool.claims.includes('speakers en'))
          ? Number(f1 ?? accuracy)
          : null,
    })
  }
  return rows
}

function claims(tool: Tool, claim: string): boolean {
  return tool.claims.includes(claim)
}
