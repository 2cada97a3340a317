// Briefs of any length, the same each time: sections with notes, lists, tables and long words, every sentence of its own.

/** A linear congruential generator (Numerical Recipes): numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const who = [
  'The harbour board',
  'Our engineers',
  'The treasury',
  'A former pilot',
  'The island council',
  'The working party',
]
const did = [
  'has reconsidered',
  'continues to defend',
  'is unlikely to publish',
  'quietly reorganised',
  'will soon extend',
  'depends upon',
]
const what = [
  'the maintenance of the breakwaters',
  'intergovernmental telecommunications arrangements',
  'the tariff on refrigerated containers',
  'its characterisation of the tidal measurements',
  'the electrification of the container terminal',
  'short-notice pilotage during the winter',
]
const how = [
  'despite two winters of storms',
  'although few figures were given',
  'with moderate confidence',
  'before the end of the fiscal year',
  'as the survey of the seabed suggests',
  'which narrows the choice that is left',
]

/** Markdown of roughly so many pages, with the words that mark each call (`call 12`) and each note (`note 12`). */
export function generatedBrief(pages: number): string {
  const random = randomFrom(pages)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  let sentences = 0
  let notes = 0
  const written: string[] = []
  const sentence = () => `${pick(who)} ${pick(did)} ${pick(what)} ${pick(how)} (${++sentences}).`
  const paragraph = (count: number) => Array.from({ length: count }, sentence).join(' ')
  const called = () => {
    notes += 1
    const more = random() < 0.3 ? ` ${sentence()}` : ''
    written.push(`[^n${notes}]: Note ${notes}: minutes of the board, item ${(notes % 28) + 1}.${more}`)
    // Together, so that no page ends between the two.
    return ` Call\u00a0${notes}.[^n${notes}]`
  }
  const parts = [`## Summary\n\n${paragraph(3)}${called()}`]
  const sections = pages <= 1 ? 0 : Math.max(1, Math.round(pages * 0.62))
  for (let section = 1; section <= sections; section++) {
    parts.push(`## Section ${section}: ${pick(what)}`, `${paragraph(5)}${called()}`, paragraph(4))
    parts.push(`### Evidence ${section}`, `${paragraph(6)}${called()} ${paragraph(1)}${called()}`)
    parts.push(
      `- ${sentence()}\n- ${sentence()}${called()}\n  - ${sentence()}\n  - ${sentence()}\n- ${sentence()}`,
    )
    if (section % 5 === 2) parts.push(table(14, sentence, pick))
    if (section % 3 === 0) parts.push(`> ${paragraph(2)}`)
    parts.push(paragraph(5), `${paragraph(7)}${called()}`)
  }
  parts.push(`## Outlook\n\n${paragraph(pages <= 1 ? 2 : 6)}`)
  return `${parts.join('\n\n')}\n\n${written.join('\n\n')}\n`
}

function table(rows: number, sentence: () => string, pick: (words: readonly string[]) => string): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `| ${row + 1} March | ${row % 3 === 0 ? sentence() : pick(what)} | ${(row * 7919) % 1000} |`,
  )
  return ['| Date | Event | Ships |', '|---|---|--:|', ...lines].join('\n')
}
