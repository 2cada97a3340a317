import type { Command } from './command.ts'

/** The commands about the forms that briefs may have. */
export const templateCommands: readonly Command[] = [
  {
    name: 'template list',
    argumentsHelp: '',
    summary: 'List the forms a brief may have, your own and the app’s',
    options: {},
    takes: [0, 0],
    writes: false,
  },
  {
    name: 'template show',
    argumentsHelp: 'NAME',
    summary: 'Print the Markdown of a template, to begin one of your own with',
    options: {},
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'template add',
    argumentsHelp: 'FILE',
    summary: 'Keep a template of your own in the library; one of its name goes to the trash',
    options: { name: { value: 'NAME', help: 'what it is called (as its file if not named)' } },
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'template keep',
    argumentsHelp: 'BRIEF',
    summary: 'Make a template of a brief: its form, with its text to begin with',
    options: { title: { value: 'WORDS', help: 'what people call it', required: true } },
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'template delete',
    argumentsHelp: 'NAME',
    summary: 'Move a template of your own to the trash',
    options: {},
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'template restore',
    argumentsHelp: 'NAME',
    summary: 'Take a template of your own back from the trash',
    options: {},
    takes: [1, 1],
    writes: true,
  },
]
