// How a reference looks in a brief. Everything that comes from a record or a label is escaped here.
import type { Chart } from '../charts/chart.ts'
import { chartFigure } from '../charts/chart-figure.ts'
import { figureChart } from '../charts/figure-chart.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import type { WrittenReference } from '../markdown/lex-markdown.ts'
import { directionOf } from '../markdown/writing.ts'
import type { Event, Figure, Quote } from '../model/records.ts'
import { formatFigure } from '../references/format-figure.ts'
import { attributionOf, recordForm } from '../references/record-form.ts'
import { wordsOfLabel } from '../references/reference.ts'
import type { Linked, LinkedSource } from '../references/resolve-reference.ts'
import { madeOnce } from './made-once.ts'

/** Characters of a number or date that are kept on one line. */
const longestDatum = 24

/** Longer quotes may go over the end of a page. */
const longestWholeQuote = 700

/** The HTML of a reference; `number` is that of its source in the list, or null where it has none. */
export function renderReference(
  reference: WrittenReference,
  linked: Linked | null,
  number: number | null,
): string {
  return linked === null
    ? renderMissing(reference)
    : renderLinked(reference, linked.record, linked.source, linked.kind, number)
}

/** A text is drawn anew at every key, and its references are mostly those it had before. */
const renderLinked = madeOnce(
  (
    reference: WrittenReference,
    record: Linked['record'],
    source: Linked['source'],
    kind: Linked['kind'],
    number: number | null,
  ): string => {
    const linked = { kind, record, source } as Linked
    const html = reference.block
      ? renderBlock(reference, linked, sourceMark(number))
      : renderInline(reference, linked) + sourceMark(number)
    // Tells the preview which record is clicked.
    return html.replace(/^<[a-z]+/, tag => `${tag} data-reference="${escapeHtml(reference.id)}"`)
  },
)

function renderMissing({ label, id, block }: WrittenReference): string {
  const words = label === '' ? '' : `${escapeHtml(label)} `
  const missing = `<span class="missing">${words}<span class="missing-id">missing: ${escapeHtml(id)}</span></span>`
  return block ? `<p>${missing}</p>` : missing
}

/** The number of a source, which leads to it in the list; nothing where there is none. */
export function sourceMark(number: number | null): string {
  if (number === null) return ''
  return `<sup class="source-mark"><a href="#source-${number}" aria-label="Source ${number}">${number}</a></sup>`
}

function renderInline({ label }: WrittenReference, linked: Linked): string {
  switch (linked.kind) {
    case 'quote': {
      const words = label === '' ? recordForm(linked) : `“${wordsOfLabel(label)}”`
      return `<span class="quoted">${escapeHtml(words)}</span>`
    }
    case 'figure':
    case 'event': {
      const words = label === '' ? recordForm(linked) : label
      // A number stays on its line; a label of several words breaks as words do.
      const breaks = words.length > longestDatum ? ' words' : ''
      return `<span class="datum${breaks}">${escapeHtml(words)}</span>`
    }
    case 'person':
      return `<span class="person">${escapeHtml(label === '' ? linked.record.name : label)}</span>`
    case 'source':
    case 'brief':
      return `<cite>${escapeHtml(label === '' ? linked.record.title : label)}</cite>`
  }
}

function renderBlock({ label }: WrittenReference, linked: Linked, mark: string): string {
  switch (linked.kind) {
    case 'quote':
      return renderQuote(linked.record, label, mark)
    case 'figure':
      return renderFigure(linked.record, linked.source, label, mark)
    case 'event':
      return renderEvent(linked.record, linked.source, label, mark)
    case 'source': {
      const { title, publisher, publishedOn } = linked.record
      const details = [publisher, publishedOn === null ? 'undated' : formatEdtf(publishedOn)]
      return `<p>${cite(label === '' ? title : label)}, ${escapeHtml(join(details))}${mark}</p>`
    }
    case 'person': {
      const { name, role, organisation } = linked.record
      return `<p>${escapeHtml(join([label === '' ? name : label, role, organisation]))}</p>`
    }
    case 'brief':
      return `<p>${cite(label === '' ? linked.record.title : label)}</p>`
  }
}

function renderQuote(quote: Quote, label: string, mark: string): string {
  const words = wordsOfLabel(label === '' ? quote.text : label)
  const paragraphs = words.split(/\s*\n\s*\n\s*/).map(escapeHtml)
  // Each paragraph opens the quotation anew and only the last closes it, as English does.
  const quoted = paragraphs.map(
    (text, index) => `<p>“${text}${index === paragraphs.length - 1 ? '”' : ''}</p>`,
  )
  const said = quote.saidOn && `<span class="date">${escapeHtml(formatEdtf(quote.saidOn))}</span>`
  // The mark leads to the source's title; spelled out under each quote it would drown who spoke.
  const caption = join([
    `<span class="speaker">${escapeHtml(quote.speaker)}</span>`,
    ...attributionOf(quote).slice(1).map(escapeHtml),
    said,
  ])
  const kind =
    quote.kind === 'estimate' || quote.kind === 'forecast' ? ` <span class="kind">${quote.kind}</span>` : ''
  const size = words.length > longestWholeQuote ? ' long' : ''
  return `<figure class="quote${size}"><blockquote${inLanguage(quote.language)}${turned(words)}>${quoted.join('\n')}</blockquote>${renderTranslation(quote)}<figcaption>${caption}${mark}${kind}</figcaption></figure>`
}

/** What was said stands first; what it means in another language beneath, and says that it is not the words themselves. */
function renderTranslation({ translation }: Quote): string {
  if (translation === null) return ''
  const words = escapeHtml(translation.text.replace(/\s*\n\s*/g, ' ').trim())
  return `<p class="translation"><span${inLanguage(translation.language)}>“${words}”</span> <span class="kind">translation</span></p>`
}

function inLanguage(language: string | null): string {
  return language === null ? '' : ` lang="${escapeHtml(language)}"`
}

function turned(words: string): string {
  return directionOf(words) === 'rtl' ? ' dir="rtl"' : ''
}

/** CSS px, as wide as the text of a page. */
const chartSize = { width: 620, height: 250 }

/** The label of a chart is its title. */
function withTitle(chart: Chart, label: string): Chart {
  return label === '' ? chart : { ...chart, title: label }
}

function renderFigure(figure: Figure, source: LinkedSource | null, label: string, mark: string): string {
  const chart = figureChart(figure)
  const from = `${source ? `Source: ${cite(source.title)}` : 'No source'}${mark}.`
  const drawn =
    chart && chartFigure(withTitle(chart, label), { id: `chart-${figure.id}`, ...chartSize }, from)
  if (drawn) return drawn
  const value = label === '' ? formatFigure(figure) : label
  const asOf = figure.asOf && `as of ${escapeHtml(formatEdtf(figure.asOf))}`
  return renderLine(value, figure.measures, [asOf, source && cite(source.title)], mark)
}

function renderEvent(event: Event, source: LinkedSource | null, label: string, mark: string): string {
  const when = label === '' ? formatEdtf(event.when) : label
  const participants = event.participants.length === 0 ? null : escapeHtml(event.participants.join(', '))
  const details = [
    event.status,
    event.place && escapeHtml(event.place),
    participants,
    source && cite(source.title),
  ]
  return renderLine(when, event.title, details, mark)
}

/** A line set off from the text: what is known, what of, and the details (HTML) beneath. */
function renderLine(
  datum: string,
  subject: string,
  details: readonly (string | null)[],
  mark: string,
): string {
  const caption = join(details)
  const beneath = caption === '' ? '' : `<figcaption>${caption}</figcaption>`
  return `<figure class="datum-line"><p><span class="datum">${escapeHtml(datum)}</span> <span class="subject">${escapeHtml(subject)}</span>${mark}</p>${beneath}</figure>`
}

function cite(title: string): string {
  return `<cite>${escapeHtml(title)}</cite>`
}

function join(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(part => part !== null && part !== undefined && part !== '').join(', ')
}
