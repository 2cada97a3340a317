// What is typed after the program's name, read as one of its commands.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { day } from '../../shared/model/v1/fields.ts'

import type { Command } from './command.ts'
import { commands, dayHelp, languageHelp } from './commands.ts'

/** Wrong usage: the message says what, and how it goes. */
export class WrongUsage extends Error {}

export type Call = {
  command: Command
  arguments: string[]
  options: Readonly<Record<string, string | undefined>>
  flags: ReadonlySet<string>
}

/** Whether a call changes the library, and so needs it for itself. */
export function isWriting({ command: { writes }, options }: Call): boolean {
  return typeof writes === 'boolean' ? writes : writes.some(name => options[name] !== undefined)
}

/** Reads the words of a command line. `helpFor` null asks for the help of all commands. Throws WrongUsage. */
export function parseCall(words: readonly string[]): Call | { helpFor: Command | null } {
  const [first, second] = words
  if (first === undefined) throw new WrongUsage(helpText(null))
  if (first === '--help' || first === 'help') return { helpFor: null }
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`)
  if (!command)
    throw new WrongUsage(`There is no command “${unknownName(first, second)}”.\n\n${helpText(null)}`)
  const rest = words.slice(command.name.split(' ').length)
  const { values, positionals } = parseStrictly(command, rest)
  if (values.help === true) return { helpFor: command }
  const [least, most] = command.takes
  if (positionals.length < least || positionals.length > most) throw new WrongUsage(helpText(command))
  const missing = Object.entries(command.options).find(
    ([name, { required }]) => required && values[name] === undefined,
  )
  if (missing) throw new WrongUsage(`--${missing[0]} is missing.\n\n${helpText(command)}`)
  if (command.name === 'restore' && values.library === undefined)
    throw new WrongUsage('A backup is unpacked into a library of its own: name its folder by --library DIR.')
  if (values.library === '') throw new WrongUsage('--library names no folder.')
  // Of several arguments only those of `import` are files.
  if (positionals.length > 1 && values.title !== undefined)
    throw new WrongUsage('--title is for one file: import the files one by one to name them.')
  if (
    command.name.endsWith(' set') &&
    Object.keys(values).every(name => ['library', 'passphrase-file', 'json'].includes(name))
  )
    throw new WrongUsage(`Nothing to change was named.\n\n${helpText(command)}`)
  if (command.name === 'figure add' && values.value === undefined && values.series === undefined)
    throw new WrongUsage(`--value or --series is missing.\n\n${helpText(command)}`)
  if (command.name === 'quote add' && values.source === undefined && values.exact === undefined)
    throw new WrongUsage('A quote needs --source with its place, or its words by --exact WORDS.')
  if (command.name === 'suggest' && (values['stdin-lines'] === true) === (positionals.length === 1))
    throw new WrongUsage('Name a file or a source, or give --stdin-lines.')
  if (values.from !== undefined && values.body !== undefined)
    throw new WrongUsage('Give --from or --body, not both: each is where the text comes from.')
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      if (command.options[name]?.value === dayHelp && !day.safeParse(value).success)
        throw new WrongUsage(`--${name} takes a day as ${dayHelp}, not “${value}”.`)
      if (command.options[name]?.value === languageHelp && !languageHelp.split('|').includes(value))
        throw new WrongUsage(`--${name} takes ${languageHelp}, not “${value}”.`)
      options[name] = value
    } else if (value === true) flags.add(name)
  }
  return { command, arguments: positionals, options, flags }
}

/** The help of one command, or of all. */
export function helpText(command: Command | null): string {
  if (!command) {
    const rows = commands.map(
      ({ name, argumentsHelp, summary }) => `  ${`${name} ${argumentsHelp}`.trim().padEnd(48)} ${summary}`,
    )
    return [
      'Usage: npm run -s brief -- <command> [options]',
      '',
      ...rows,
      '',
      ...generalHelp,
      '',
      'brief -- <command> --help tells its options.',
    ].join('\n')
  }
  const usage = `Usage: npm run -s brief -- ${command.name} ${command.argumentsHelp} [options]`.replace(
    / +/g,
    ' ',
  )
  const options = Object.entries(command.options).map(([name, { value, help, required }]) => {
    return `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(24)} ${help}${required ? ' (required)' : ''}`
  })
  return [usage, '', `${command.summary}.`, '', ...options, ...generalHelp].join('\n')
}

const generalHelp = [
  `  ${'--library DIR'.padEnd(24)} the library folder (the app’s own if none is named; make’s own, removed afterwards)`,
  `  ${'--passphrase-file FILE'.padEnd(24)} the file whose first line is the passphrase of a sealed library (asked for, unseen, if none is named)`,
  `  ${'--json'.padEnd(24)} print one JSON object`,
]

function parseStrictly(command: Command, words: string[]) {
  const options: ParseArgsOptionsConfig = {
    library: { type: 'string' },
    'passphrase-file': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  }
  for (const [name, { value }] of Object.entries(command.options))
    options[name] = { type: value === null ? 'boolean' : 'string' }
  try {
    const read = parseArgs({
      args: joinValues(words, options),
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    })
    const names = read.tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []))
    const repeated = names.find((name, index) => names.indexOf(name) !== index)
    if (repeated) throw new Error(`--${repeated} is given more than once.`)
    return read
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\n\n${helpText(command)}`)
  }
}

/** `--value -0.4` and `--exact "- so"` are values, not options: written as `--value=-0.4` they are read as meant. */
function joinValues(words: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const isOption = (word: string) => word.startsWith('--') && Object.hasOwn(options, optionName(word))
  const joined: string[] = []
  for (const [index, word] of words.entries()) {
    if (word === '--') return [...joined, ...words.slice(index)]
    const last = joined.at(-1) ?? ''
    const takesValue = isOption(last) && !last.includes('=') && options[optionName(last)]?.type === 'string'
    if (takesValue && word.startsWith('-') && !isOption(word)) joined[joined.length - 1] = `${last}=${word}`
    else joined.push(word)
  }
  return joined
}

function optionName(word: string): string {
  return word.slice(2).split('=')[0] ?? ''
}

function unknownName(first: string, second: string | undefined): string {
  const isSubject = commands.some(({ name }) => name.startsWith(`${first} `))
  return isSubject && second !== undefined ? `${first} ${second}` : first
}
