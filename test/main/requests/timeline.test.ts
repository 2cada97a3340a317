import { describe, expect, test } from 'vitest'
import { stressEvents } from '../../proof-pdf/stress-events.ts'
import { openDesk } from './desk.ts'

/** A desk with the sixty events and a brief of that text. */
async function openTimeline(body: string) {
  const desk = await openDesk()
  for (const event of stressEvents) await desk.library.add('events', { ...event, marking: 'SECRET' })
  const brief = await desk.ask('brief.create', {
    template: 'briefing-paper',
    title: 'Wall',
    from: null,
    body,
    date: '2025-05-03',
  })
  return { ...desk, brief }
}

describe('a brief with a timeline', () => {
  test('brings its events, and no others', async () => {
    const { ask, brief } = await openTimeline('::timeline{tag=wall from=2025-12-13}')
    const { events } = await ask('brief.linked', { id: brief.id })
    const fitting = stressEvents.filter(({ when }) => /^2025-12~?$|2025-12-27|\.\.$|\.\.\/2025-12/.test(when))
    expect(events.map(({ id }) => id).sort()).toEqual(fitting.map(({ id }) => id).sort())
  })

  test('is checked with all that the timeline shows', async () => {
    const { ask, brief } = await openTimeline('::timeline{tag=wall}')
    const { findings } = await ask('brief.verify', { id: brief.id })
    const of = (rule: string) => findings.filter(each => each.rule === rule)
    expect(of('marking-too-low')).toHaveLength(60)
    expect(of('event-overdue').length).toBeGreaterThan(5)
  })

  test('says what is wrong with a timeline, and that one is empty', async () => {
    const { ask, brief } = await openTimeline('::timeline{tag=sea}\n\n::timeline{from=tomorrow}')
    const { findings } = await ask('brief.verify', { id: brief.id })
    expect(findings.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '1 timeline-empty',
      '3 timeline-unreadable',
    ])
  })
})
