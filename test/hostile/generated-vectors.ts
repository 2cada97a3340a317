// Hostile texts by chance: pieces of HTML, Markdown and of this project's directives, put together and into each other.
import * as fc from 'fast-check'

const act = fc.constantFrom(
  'alert(1)',
  'alert`1`',
  'confirm(1)',
  'window.open("//hostile.example")',
  'print()',
)
const event = fc.constantFrom('onerror', 'onload', 'onclick', 'onfocus', 'onmouseover', 'ontoggle', 'OnClick')
const away = fc.constantFrom(
  'https://hostile.example/a.png',
  '//hostile.example/a.png',
  'nowhere.png',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '&#106;avascript:alert(1)',
  'vbscript:alert(1)',
  'file:///etc/hostname',
  'app://dispatch-box/index.html',
  `attachments/${'0'.repeat(64)}`,
)
const tag = fc.constantFrom(
  'img',
  'svg',
  'a',
  'iframe',
  'script',
  'style',
  'math',
  'form',
  'input',
  'video',
  'b',
)
const quote = fc.constantFrom('"', "'", '', '`')
const attribute = fc.oneof(
  fc.tuple(event, quote, act).map(([name, mark, code]) => `${name}=${mark}${code}${mark}`),
  fc
    .tuple(
      fc.constantFrom('src', 'href', 'xlink:href', 'srcset', 'poster', 'action', 'data', 'srcdoc'),
      quote,
      away,
    )
    .map(([name, mark, address]) => `${name}=${mark}${address}${mark}`),
  fc.constantFrom('autofocus', 'open', 'tabindex=1', 'style="background:url(https://hostile.example/a.png)"'),
)
const id = fc.constantFrom('hostile-quote', 'hostile-figure', 'hostile-event', 'nobody', '"onclick="alert(1)')
const kind = fc.constantFrom(
  'quote',
  'figure',
  'event',
  'source',
  'person',
  'timeline',
  'decision',
  'sources',
  'x',
)
const scrap = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '&lt;',
    '&#60;',
    '<!--',
    '-->',
    ']]>',
    '</',
    '`',
    '```',
    '\n',
    '\n\n',
    '\\',
  ),
  fc.constantFrom(
    '[',
    ']',
    '](',
    '{',
    '}',
    '#',
    '|',
    '\n|---|\n',
    '> ',
    '- ',
    '[^1]',
    '\n[^1]: ',
    '[!note]\n',
    '::',
    '\0',
  ),
  // Other scripts are in our own vectors: each document would load their faces anew, and of signs that no face has it asks the system.
  fc.string({ maxLength: 6, unit: 'binary-ascii' }),
  fc.constantFrom('\u202e', '\ufeff', '\u2028', '\u00a0', 'é', '\ud800', 'ﬁ', '\u0130'),
)

const { text } = fc.letrec<{ text: string; piece: string }>(tie => ({
  text: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map(pieces => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scrap,
    fc
      .tuple(tag, fc.array(attribute, { maxLength: 3 }))
      .map(([name, own]) => `<${[name, ...own].join(' ')}>`),
    fc.tuple(tag, attribute, tie('text')).map(([name, own, inside]) => `<${name} ${own}>${inside}</${name}>`),
    fc.tuple(tie('text'), away, tie('text')).map(([words, to, title]) => `[${words}](${to} "${title}")`),
    fc.tuple(tie('text'), away).map(([words, to]) => `![${words}](${to})`),
    fc.tuple(tie('text'), away).map(([name, to]) => `[${name}]\n\n[${name}]: ${to}\n`),
    away.map(to => `<${to}>`),
    fc
      .tuple(fc.constantFrom(':', '::', '\n::'), kind, tie('text'), id, attribute)
      .map(([colons, name, label, to, own]) => `${colons}${name}[${label}]{#${to} ${own}}`),
    fc.tuple(kind, attribute).map(([name, own]) => `\n::${name}{${own} title="${own}"}\n`),
    tie('text').map(inside => `\n> [!note]\n> ${inside}\n`),
    fc
      .tuple(tie('text'), tie('text'))
      .map(([one, other]) => `\n| ${one} | a |\n|---|--:|\n| ${other} | 1.5 |\n`),
    tie('text').map(inside => `a[^n]\n\n[^n]: ${inside}\n`),
    fc
      .tuple(fc.constantFrom('**', '*', '~~', '`', '``', '\n# ', '\n- '), tie('text'))
      .map(([m, t]) => m + t + m),
  ),
}))

/** The same for the same seed. */
export function generatedVectors(count: number, seed: number): string[] {
  return fc.sample(text, { numRuns: count, seed })
}
