// How a timeline looks in a brief: its picture, and beneath it the list that has all its words. Everything that comes from a record
// is escaped here.
import { escapeHtml } from '../markdown/escape-html.ts'
import type { Event } from '../model/records.ts'
import type { Directive } from '../references/directive.ts'
import { keyOf } from '../timeline/describe-timeline.ts'
import { drawTimeline } from '../timeline/draw-timeline.ts'
import { layOutTimeline } from '../timeline/lay-out-timeline.ts'
import { timelineRow } from '../timeline/timeline-rows.ts'
import { timeInWords } from '../timeline/timeline-title.ts'
import type { ReadTimeline } from '../timeline/timelines-in-text.ts'
import { sourceMark } from './reference-html.ts'

/** CSS px, as wide as the text of a page. */
const width = 620

type TimelineParts = {
  directive: Directive
  read: ReadTimeline
  /** The day (`YYYY-MM-DD`) on which what is expected may be overdue; null where the brief bears none. */
  day: string | null
  /** The number of an event's source in the list of sources; null where it has none. */
  numberOf: (event: Event) => number | null
  /** Unique in the brief. */
  id: string
}

/** The HTML of a timeline; what is wrong with it where it cannot be read, and a quiet line where nothing fits. */
export function renderTimeline({ directive, read, day, numberOf, id }: TimelineParts): string {
  if ('problem' in read) {
    const words = `timeline: ${escapeHtml(read.problem)}`
    return `<p class="timeline-problem"><span class="missing">${words}</span></p>\n`
  }
  const { title, query, events } = read
  const head = `<p class="timeline-title">${escapeHtml(title)}</p>`
  if (events.length === 0) {
    const time = timeInWords(query)
    const none = directive.label === '' && time !== '' ? `No events, ${time}.` : 'No events.'
    return `<div class="timeline-none">${directive.label === '' ? '' : head}<p>${escapeHtml(none)}</p></div>\n`
  }
  const layout = layOutTimeline(events, { width, day, from: query.from, to: query.to })
  const rows = events.map(event => renderRow(event, day, numberOf(event))).join('')
  const list = `<table class="timeline-list">\n<thead><tr><th scope="col">When</th><th scope="col">Event</th><th scope="col">Status</th></tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`
  if (layout === null) return `${head}\n${list}`
  const key = keyOf(layout)
  const foot = key === '' ? '' : `<figcaption>${escapeHtml(key)}</figcaption>`
  return `<figure class="timeline-figure">${head}<div class="timeline-picture" tabindex="0">${drawTimeline(layout, { id, title })}</div>${foot}</figure>\n${list}`
}

function renderRow(event: Event, day: string | null, number: number | null): string {
  const { when, title, standing, details } = timelineRow(event, day)
  const beneath = details === '' ? '' : `<br><span class="timeline-details">${escapeHtml(details)}</span>`
  return `<tr data-reference="${escapeHtml(event.id)}"><td class="timeline-when">${escapeHtml(when)}</td><td>${escapeHtml(title)}${sourceMark(number)}${beneath}</td><td class="timeline-${standing}">${standing}</td></tr>\n`
}
