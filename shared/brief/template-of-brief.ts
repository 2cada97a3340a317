import type { Brief } from '../model/records.ts'
import { headingsIn } from './parse-template.ts'
import type { Template } from './template.ts'

/** A brief's form as a template of another title, whose briefs begin with its text. What names a heading that is not there is left out. */
export function templateOfBrief(
  { body, marking }: Pick<Brief, 'body' | 'marking'>,
  form: Template,
  { name, title }: Pick<Template, 'name' | 'title'>,
): Template {
  const headings = headingsIn(body)
  const there = (heading: string | null) => (heading !== null && headings.includes(heading) ? heading : null)
  const { quotes, figures, events } = form.places
  const { bottomLine } = form.limits
  return {
    ...form,
    name,
    title,
    description: '',
    marking,
    limits: { bottomLine: bottomLine && there(bottomLine.heading) ? bottomLine : null },
    places: { quotes: there(quotes), figures: there(figures), events: there(events) },
    body,
  }
}
