// The common text of the bench in Typst's own markup (typst.app/docs/reference/syntax): as much of Markdown as generated briefs have.
import { marked, type Token, type Tokens } from 'marked'

/** Everything that Typst would take for markup in text. */
const special = /[\\#$*_`<>@[\]~"'/=+\-.:]/g

/** Throws where a part of the text is of a kind that it does not know, so that nothing is left out. */
export function markdownToTypst(markdown: string): string {
  const notes = new Map<string, string>()
  const text = markdown.replace(/^\[\^([\w-]+)\]: (.*)$/gm, (_, name: string, words: string) => {
    notes.set(name, words)
    return ''
  })
  return blocks(marked.lexer(text), notes)
}

type Notes = ReadonlyMap<string, string>

function blocks(tokens: readonly Token[], notes: Notes): string {
  return tokens.map(token => block(token, notes)).join('')
}

function block(token: Token, notes: Notes): string {
  const inside = (tokens: readonly Token[] | undefined) => inline(tokens ?? [], notes)
  switch (token.type) {
    case 'space':
      return ''
    case 'heading':
      return `${'='.repeat((token as Tokens.Heading).depth)} ${inside(token.tokens)}\n\n`
    case 'paragraph':
      return `${inside(token.tokens)}\n\n`
    case 'blockquote':
      return `#quote(block: true)[${blocks(token.tokens ?? [], notes)}]\n\n`
    case 'list':
      return list(token as Tokens.List, notes)
    case 'table':
      return table(token as Tokens.Table, inside)
    default:
      throw new Error(`There is no way to say “${token.type}” in Typst here.`)
  }
}

function list({ ordered, items }: Tokens.List, notes: Notes): string {
  const content = ({ tokens }: Tokens.ListItem) =>
    tokens
      .map(token => (token.type === 'text' ? inline(token.tokens ?? [], notes) : block(token, notes)))
      .join('\n')
  return `#${ordered ? 'enum' : 'list'}(${items.map(item => `[${content(item)}], `).join('')})\n\n`
}

function table({ header, rows, align }: Tokens.Table, inside: (tokens: Token[]) => string): string {
  const cells = (row: readonly Tokens.TableCell[]) =>
    row.map(({ tokens }) => `[${inside(tokens)}], `).join('')
  const places = align.map(place => `${place ?? 'auto'}, `).join('')
  const body = rows.map(row => `  ${cells(row)}\n`).join('')
  return `#table(columns: ${header.length}, align: (${places}), table.header(${cells(header)}),\n${body})\n\n`
}

function inline(tokens: readonly Token[], notes: Notes): string {
  return tokens
    .map(token => {
      const inside = () => inline(('tokens' in token && token.tokens) || [], notes)
      switch (token.type) {
        case 'text':
        case 'escape':
          return words((token as Tokens.Text).text, notes)
        case 'strong':
          return `#strong[${inside()}]`
        case 'em':
          return `#emph[${inside()}]`
        case 'codespan':
          return `#raw(${JSON.stringify((token as Tokens.Codespan).text)})`
        default:
          throw new Error(`There is no way to say “${token.type}” in Typst here.`)
      }
    })
    .join('')
}

/** Text with the notes that it calls. */
function words(text: string, notes: Notes): string {
  return text
    .split(/\[\^([\w-]+)\]/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `#footnote[${note(part, notes)}]`))
    .join('')
}

function note(name: string, notes: Notes): string {
  const text = notes.get(name)
  if (text === undefined) throw new Error(`There is no note ${name}.`)
  return inline(marked.Lexer.lexInline(text), notes)
}

function escaped(text: string): string {
  return text.replace(special, sign => `\\${sign}`)
}
