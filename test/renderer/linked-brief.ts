import type { Answer } from '../../main/requests/requests.ts'

/** A source with one quote in it, and a brief that links the quote. */
export async function linkedBrief(ask: Answer): Promise<void> {
  const text = 'The minister said: “It does exist as an option.” Talks may end by June 2025.'
  const source = await ask('source.paste', { text })
  if (!source.ok) throw new Error(source.problem.message)
  const place = { source: source.value.source.id, exact: 'It does exist as an option.' }
  await ask('quote.create', { place, fields: { speaker: 'Katsunobu Kato' } })
  const body = 'Kato said :quote["It does exist as an option."]{#kato-it-does-exist-as} today.'
  await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
}
