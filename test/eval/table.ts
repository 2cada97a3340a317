/** One tool's score on one measure; null where the tool does not set out to find what is measured. */
export type EvalRow = { text: string; measure: string; count: number; tool: string; score: number | null }

/** One line a measure, one column a tool; the best score of a line has a star. */
export function evalTable(rows: EvalRow[], tools: string[]): string {
  const lines = [...Map.groupBy(rows, row => `${row.text}\t${row.measure}`).values()].map(group => {
    const scores = tools.map(tool => group.find(row => row.tool === tool)?.score ?? null)
    const best = Math.max(...scores.map(score => score ?? -1))
    const cells = scores.map(score =>
      score === null ? '–' : `${score.toFixed(1)}${score === best ? '*' : ' '}`,
    )
    const [first] = group
    return [first?.text ?? '', first?.measure ?? '', String(first?.count ?? ''), ...cells]
  })
  const head = ['texts', 'measure', 'n', ...tools]
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map(line => (line[at] ?? '').length)))
  const show = (line: string[]) =>
    line
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [show(head), ...lines.map(show)].join('\n')
}
