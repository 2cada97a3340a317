// The blocks that can be put on an empty line, with what they are in Markdown. Pure.
import type { LibraryLists } from '../../shared/answers.ts'
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { formatReference } from '../../shared/references/reference.ts'
import { strings } from '../ui/strings.ts'

/** `template` is a snippet of CodeMirror: `${}` is where writing goes on, the next by Tab. `words` are other names it is found by. */
export type Block = { label: string; detail: string; words: string; template: string }

const texts = strings.blocks
const next = '$' + '{}'
const field = (words: string) => `$\{${words}}`

/** `body` is the brief’s text as it stands; `today` is the day on this machine’s clock. */
export function blocksFor(known: { lists: LibraryLists; today: Date; body: string }): Block[] {
  const { column, value } = texts
  const row = (words: string) => `| ${field(`${words} 1`)} | ${field(`${words} 2`)} |`
  return [
    block('heading2', '##', `## ${next}`),
    block('heading3', '###', `### ${next}`),
    block('list', '-', `- ${next}`),
    block('numbers', '1.', `1. ${next}`),
    block('table', '| |', `${row(column)}\n| --- | --- |\n${row(value)}\n`),
    block('quotation', '>', `> ${next}`),
    block('callout', '> [!note]', `> [!${field('note')}]\n> ${next}`),
    block('timeline', '::timeline', `::timeline{${next}}\n\n${next}`),
    ...charts(known.lists),
    block('decision', '::decision', `::decision{}\n\n${next}`),
    block('sources', '::sources', `::sources\n\n${next}`),
    block('pageBreak', '::page-break', `::page-break\n\n${next}`),
    note(known.body),
    { ...block('today', '', `${dayOf(known.today)}${next}`), detail: dayOf(known.today) },
  ]
}

function block(name: keyof typeof texts.names, detail: string, template: string): Block {
  const [label = '', words = ''] = texts.names[name]
  return { label, detail, words, template }
}

/** One for each series that can be drawn. */
function charts({ figures }: LibraryLists): Block[] {
  const drawn = figures.filter(({ series }) => series !== null)
  return drawn.map(({ id, measures }) => {
    const reference = formatReference({ kind: 'figure', id, label: '', block: true })
    return {
      ...block('chart', '::figure', `${reference}\n\n${next}`),
      label: texts.chartOf(measures),
    }
  })
}

/** What a note says: of the first that is called and not written, else of a new one. */
function note(body: string): Block {
  const written = new Set([...body.matchAll(/^ {0,3}\[\^([^[\]\s]{1,100})\]:/gm)].map(([, name]) => name))
  const called = [...body.matchAll(/\[\^([^[\]\s]{1,100})\](?!:)/g)].map(([, name]) => name)
  const wanted = called.find(name => !written.has(name))
  let number = 1
  while (written.has(String(number)) || called.includes(String(number))) number += 1
  const mark = `[^${wanted ?? number}]:`
  return block('note', mark, `${mark} ${next}`)
}

function dayOf(today: Date): string {
  const [month, day] = [today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0'))
  return formatEdtf(`${today.getFullYear()}-${month}-${day}`)
}
