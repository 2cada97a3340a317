import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Printed } from '../../../main/terminal/printed.ts'
import { runCommand } from '../../../main/terminal/run-command.ts'
import { parseCall } from '../../../main/terminal/usage.ts'
import type { Finding } from '../../../shared/verify/finding.ts'
import { edtfTable, noDays, noEdtf } from '../../shared/dates/edtf-table.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'

async function openTerminal() {
  const { answer, ask } = await openDesk()
  let body = ''
  const run = (...words: string[]): Promise<Printed> => {
    const call = parseCall(words)
    if ('helpFor' in call) throw new Error('That asks for help.')
    return runCommand(call, {
      answer,
      folder: temporaryFolder(),
      choose: () => undefined,
      standardInput: async () => new TextEncoder().encode(body),
    })
  }
  const add = async (when: string) => {
    const words = ['--title', 'Talks', '--when', when, '--status', 'expected']
    return ((await run('event', 'add', ...words)).json as { id: string }).id
  }
  const { id } = await ask('brief.create', { template: 'uk-submission', title: 'Talks', date: '2025-05-03' })
  /** The rules that find something in a brief on a day. */
  const found = async (day: string, text: string) => {
    body = text
    await run('edit', id, '--body', '-')
    const { findings } = (await run('verify', id, '--date', day)).json as { findings: Finding[] }
    return findings.map(({ rule }) => rule)
  }
  return { run, add, found }
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

describe('an event with a date of EDTF level 1', () => {
  test.each(edtfTable)('$edtf is kept as it was typed, and overdue from the day after $last', async row => {
    const { run, add, found } = await openTerminal()
    const event = await add(row.edtf)
    expect((await run('show', event)).json).toMatchObject({ when: row.edtf })
    const text = `Talks :event[go on]{#${event}}.`
    if (row.last === null) expect(await found('2199-12-31', text)).not.toContain('event-overdue')
    else {
      expect(await found(row.last, text)).not.toContain('event-overdue')
      expect(await found(dayAfter(row.last), text)).toContain('event-overdue')
    }
  })

  // Nothing in prose is read as a year after 2099.
  test.each(edtfTable.filter(({ first, last }) => first !== null && last !== null && last < '2099'))(
    '$edtf is where a day in it is from, and no day after $last',
    async ({ edtf, first, last }) => {
      const { add, found } = await openTerminal()
      const event = await add(edtf)
      const said = (day: string | null) => `Talks :event[go on]{#${event}} on ${inWords(day ?? '')}.`
      const rulesOf = (text: string) => found('2000-01-01', text)
      expect(await rulesOf(said(first))).not.toContain('date-unsourced')
      expect(await rulesOf(said(last))).not.toContain('date-unsourced')
      expect(await rulesOf(said(dayAfter(last ?? '')))).toContain('date-unsourced')
    },
  )

  test.each([...noEdtf, ...noDays])('%s is refused, and nothing is kept', async when => {
    const { run, add } = await openTerminal()
    await expect(add(when)).rejects.toThrow()
    expect((await run('list', 'events')).json).toEqual({ events: [] })
  })
})

function inWords(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  const months =
    'January February March April May June July August September October November December'.split(' ')
  return `${date} ${months[month - 1]} ${year}`
}
