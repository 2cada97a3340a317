// Texts that are made to keep a reader of Markdown busy: much of one thing.

/** A text of about `length` UTF-16 code units, of a unit over and over. */
function muchOf(unit: string): (length: number) => string {
  return length => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

/** What nobody minds: headings, paragraphs with some marks, items. */
export const harmless = muchOf(
  '## What was said\n\nHoldings were *little* changed over the month, and the ministry [gave no sign](https://example.org/a).\n\n- One of the points\n- Another **of them**\n\n',
)

/** By what they are much of, each made to a length. */
export const pathological: Readonly<Record<string, (length: number) => string>> = {
  'a.a.a…@': length => `${'a.'.repeat(length / 2)}@`,
  'a@a@a@': muchOf('a@'),
  a_a_a: muchOf('_a'),
  '> > >': muchOf('> '),
  '>>>': muchOf('>'),
  '- - -': length => `${'- '.repeat(length / 2)}a`,
  '* * *': muchOf('* '),
  '1. 1. 1.': length => `${'1. '.repeat(length / 3)}a`,
  '[': muchOf('['),
  ']': muchOf(']'),
  '[]': muchOf('[]'),
  '[a](': muchOf('[a]('),
  '[[a]]': length => '['.repeat(length / 2) + ']'.repeat(length / 2),
  '![': muchOf('!['),
  '](': muchOf(']('),
  '[a](<b': muchOf('[a](<b'),
  '*': muchOf('*'),
  '*a ': muchOf('*a '),
  '**a ': muchOf('**a '),
  '*a_ ': muchOf('*a_ '),
  '***a* ': muchOf('***a* '),
  'a**b': muchOf('a**b'),
  '~~a ': muchOf('~~a '),
  '<': muchOf('<'),
  '<a ': muchOf('<a '),
  '<!-- ': muchOf('<!-- '),
  '<http:': muchOf('<http:'),
  '`': muchOf('`'),
  'more and more `': length =>
    Array.from({ length: Math.sqrt(length * 2) }, (_, at) => '`'.repeat(at + 1)).join(' '),
  '&': muchOf('&'),
  '&a;': muchOf('&a;'),
  '\\': muchOf('\\'),
  'white space': length => `a${' '.repeat(length)}b`,
  'line ends': muchOf('\n'),
  definitions: muchOf('[a]: b\n'),
  'definitions without an end': muchOf('[a\n'),
  'a title without an end': length => `[a]: b "${muchOf('t\n')(length)}`,
  notes: muchOf('[^a]: b\n'),
  'calls of notes': muchOf('[^a]'),
  ':quote[': muchOf(':quote['),
  ':quote[a]{': muchOf(':quote[a]{'),
  '::quote[a]{#b}': muchOf('::quote[a]{#b}\n'),
  '::timeline{}': muchOf('::timeline{}\n'),
  'attributes of a directive': length => `::quote{${muchOf('a="b" ')(length)}`,
  'a wide table': length => `${muchOf('|a')(length / 2)}\n${muchOf('|-')(length / 2)}\n`,
  'a table of empty rows': length => `${'|a'.repeat(200)}\n${'|-'.repeat(200)}\n${muchOf('|\n')(length)}`,
  '|': muchOf('|'),
  callouts: muchOf('> [!note]\n'),
  'items deeper and deeper': length =>
    Array.from({ length: Math.sqrt(length) }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
  'underlined headings': muchOf('a\n===\n'),
  '# ': muchOf('# '),
  '```': muchOf('```\n'),
}
