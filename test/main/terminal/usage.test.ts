import { describe, expect, test } from 'vitest'
import { commands } from '../../../main/terminal/commands.ts'
import { helpText, parseCall, WrongUsage } from '../../../main/terminal/usage.ts'

describe('reading a command line', () => {
  test('finds a command of two words, its options and its arguments', () => {
    const call = parseCall(['quote', 'set', 'kato', '--speaker', 'Katsunobu Kato', '--json'])
    expect(call).toMatchObject({
      command: { name: 'quote set' },
      arguments: ['kato'],
      options: { speaker: 'Katsunobu Kato' },
    })
    expect('flags' in call && call.flags.has('json')).toBe(true)
  })

  test('takes a negative number and standard input as values', () => {
    expect(parseCall(['figure', 'set', 'gdp', '--value', '-0.4'])).toMatchObject({
      options: { value: '-0.4' },
    })
    expect(parseCall(['edit', 'brief', '--body', '-'])).toMatchObject({ options: { body: '-' } })
  })

  test.each([
    [['qote', 'add'], 'There is no command “qote”'],
    [['quote', 'remove', 'kato'], 'There is no command “quote remove”'],
    [['quote', 'add', '--source', 'a', '--exact', 'b'], '--speaker is missing'],
    [['show'], 'Usage: npm run -s brief -- show ID'],
    [['import', 'a.md', '--colour', 'red'], "Unknown option '--colour'"],
    [['export', 'brief', '--to'], "'--to <value>' argument missing"],
    [['export', 'brief', '--to', 'a.pdf', '--to=b.pdf'], '--to is given more than once'],
    [['list', '--json', '--json'], '--json is given more than once'],
    [['list', '--library', ''], '--library names no folder'],
    [['import', 'a.md', 'b.md', '--title', 'X'], '--title is for one file'],
    [
      ['make', 'a.md', '--to', 'x.pdf', '--date', '2025-05'],
      '--date takes a day as YYYY-MM-DD, not “2025-05”',
    ],
    [['new', '--template', 'a', '--title', 'b', '--date', '2025-02-30'], '--date takes a day'],
    [['quote', 'add', '--speaker', 'Kato'], 'A quote needs --source with its place, or its words'],
    [['quote', 'set', 'kato', '--json'], 'Nothing to change was named'],
    [['new', '--template', 'a', '--title', 'b', '--from', 'c', '--body', 'd'], '--from or --body, not both'],
  ])('says what is wrong with %j', (words, message) => {
    expect(() => parseCall(words)).toThrow(WrongUsage)
    expect(() => parseCall(words)).toThrow(message)
  })

  test('takes words that begin with a dash for the value of the option before them', () => {
    const words = ['quote', 'add', '--source', 'a', '--exact', '- dash first', '--speaker', '--odd', '--json']
    expect(parseCall(words)).toMatchObject({ options: { exact: '- dash first', speaker: '--odd' } })
    expect(() => parseCall(['quote', 'add', '--exact', '--speaker', 'Kato'])).toThrow(WrongUsage)
  })

  test('takes everything after -- for arguments', () => {
    expect(parseCall(['import', '--', '--title', '-a.md'])).toMatchObject({
      arguments: ['--title', '-a.md'],
      options: {},
    })
  })

  test('without a command says how it goes', () => {
    expect(() => parseCall([])).toThrow(WrongUsage)
    expect(() => parseCall([])).toThrow('Usage: npm run -s brief -- <command>')
  })

  test.each([[['--help']], [['help']]])('gives the help of all commands for %j', words => {
    expect(parseCall(words)).toEqual({ helpFor: null })
  })
})

test('the help names every command, and each command every option', () => {
  for (const command of commands) {
    expect(helpText(null)).toContain(`  ${command.name}`)
    for (const option of Object.keys(command.options)) expect(helpText(command)).toContain(`--${option}`)
  }
})
