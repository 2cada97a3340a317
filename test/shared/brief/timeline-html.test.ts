import { describe, expect, test } from 'vitest'
import { briefMarkdown } from '../../../shared/brief/brief-markdown.ts'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { shownText } from '../../../shared/issue/shown-text.ts'
import { briefWith, evidence, source, talks } from './records.ts'

const template = { title: 'Note', numbered: false, annex: true }
const compose = (body: string, date: string | null = '2025-06-03') =>
  composeBrief({ brief: briefWith(body, { date }), template, evidence, sources: [source] })

describe('a timeline in a brief', () => {
  test('has a picture and beneath it a table of every event, with its source', () => {
    const { body, sources, annex } = compose('::timeline[What is next]{from=2025-05 to=2025-06}')
    expect(body).toMatch(/<figure class="timeline-figure".*<svg class="timeline".*<\/figure>\n<table/)
    expect(body).toContain('<th scope="col">When</th>')
    expect(body).toContain('data-reference="talks"><td class="timeline-when">3–31 May 2025</td>')
    expect(body).toContain('aria-label="Source 1"')
    expect(sources.map(each => each.source.id)).toEqual([source.id])
    expect(annex?.evidence.map(each => each.evidence.record.id)).toEqual(['talks', 'resolution'])
  })

  test('tells what has gone by on the day of the brief, and nothing where it bears none', () => {
    expect(compose('::timeline').body).toContain('<td class="timeline-overdue">overdue</td>')
    expect(compose('::timeline', null).body).not.toContain('overdue')
  })

  test('is called by the names of the person and the source that it asks for', () => {
    const body = `::timeline{person=katsunobu-kato source=${source.id} status=expected}`
    const kato = { id: 'katsunobu-kato', name: 'Katsunobu Kato', role: null, organisation: null }
    const events = [{ ...talks, participants: ['Katsunobu Kato'] }]
    const brief = briefWith(body, { date: '2025-05-03' })
    const parts = { brief, template, evidence: { ...evidence, events, people: [kato] }, sources: [source] }
    const title = `Timeline: Katsunobu Kato, “${source.title}”, expected`
    const document = composeBrief(parts)
    expect(document.body).toContain(`<p class="timeline-title">${title}</p>`)
    expect(briefMarkdown(document, parts)).toContain(`\n${title}\n\n- `)
    const asWritten = composeBrief({ ...parts, brief: briefWith('::timeline{person="Katsunobu Kato"}') })
    expect(asWritten.body).toContain('>Timeline: Katsunobu Kato</p>')
    expect(shownText({ ...parts, template: { ...template, name: 'note' } } as never)).toMatch(
      `${title}\n\n- `,
    )
  })

  test('says that there are no events, and what cannot be read', () => {
    expect(compose('::timeline{from=2027 to=2028}').body).toContain('No events, 2027–2028.')
    expect(compose('::timeline{from=<b>}').body).toContain('timeline: “from=&#60;b&#62;” is no date')
  })

  test('is its list where a text is read as its readers saw it', () => {
    const frozen = {
      brief: briefWith('::timeline[Next]{to=2025-05}', { date: '2025-06-03' }),
      template: { ...template, name: 'note' } as never,
      evidence: { quotes: [], figures: [], events: [talks], people: [] },
      sources: [],
    }
    expect(shownText(frozen)).toBe('Next\n\n- 3–31 May 2025: Trade talks continue (overdue)')
  })
})
