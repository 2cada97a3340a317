// The commands of the terminal with their options, which is also their help.
import { exportFormats } from '../../shared/brief/export-format.ts'
import { event, figure, place, quote } from './evidence-options.ts'

export type Command = {
  /** As it is typed: `quote add`. */
  name: string
  /** The arguments after it, for the help: `<file>…`. */
  argumentsHelp: string
  summary: string
  options: Readonly<Record<string, OptionHelp>>
  /** How many arguments it takes, at least and at most. */
  takes: readonly [number, number]
  /** Whether it changes the library, and so needs it for itself; or the options with which it does. */
  writes: boolean | readonly string[]
  /** Whether it may begin a library where there is none. */
  begins?: boolean
}

type OptionHelp = { value: string | null; help: string; required?: boolean }

const endings = `{${exportFormats.join(',')}}`

export const languageHelp = 'en|ja'
export const dayHelp = 'YYYY-MM-DD'
export const commands: readonly Command[] = [
  {
    name: 'import',
    argumentsHelp: '<file>…',
    summary: 'Take articles in as sources',
    options: {
      date: { value: 'EDTF', help: 'when it was published' },
      title: { value: 'WORDS', help: 'its title' },
      publisher: { value: 'NAME', help: 'who published it' },
      url: { value: 'ADDRESS', help: 'where it was published' },
    },
    takes: [1, Number.POSITIVE_INFINITY],
    writes: true,
    begins: true,
  },
  ...evidenceCommands('quote', 'words somebody said', quote, ['speaker']),
  ...evidenceCommands('figure', 'a number', figure, ['measures', 'unit']),
  ...evidenceCommands('event', 'something dated', event, ['title', 'when', 'status']),
  {
    name: 'new',
    argumentsHelp: '',
    summary: 'Begin a brief',
    options: {
      template: {
        value: 'NAME',
        help: 'its form: uk-submission, canadian-briefing-note, australian-ministerial-brief, us-action-memo, market-morning-note, lines-to-take, briefing-paper, or your own',
        required: true,
      },
      title: { value: 'WORDS', help: 'its title', required: true },
      from: { value: 'SOURCE', help: 'draft it from the evidence of a source' },
      body: { value: 'FILE', help: 'begin with this Markdown' },
      date: { value: dayHelp, help: 'the day it bears' },
      for: { value: 'NAMES', help: 'whom it is for; several with ; between' },
      due: { value: dayHelp, help: 'the day by which it is due' },
      marking: { value: 'WORDS', help: 'its marking (that of its form if not named)' },
      reference: { value: 'WORDS', help: 'under which it is filed' },
    },
    takes: [0, 0],
    writes: true,
    begins: true,
  },
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
  {
    name: 'edit',
    argumentsHelp: 'BRIEF',
    summary: 'Replace the Markdown of a brief',
    options: { body: { value: 'FILE', help: 'the new Markdown; - for standard input', required: true } },
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'show',
    argumentsHelp: 'ID',
    summary: 'Print a record as it is stored',
    options: {},
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'list',
    argumentsHelp: '[briefs|sources|quotes|figures|events|people]',
    summary: 'List what the library holds',
    options: {},
    takes: [0, 1],
    writes: false,
  },
  {
    name: 'delete',
    argumentsHelp: 'ID',
    summary: 'Move a record to the trash',
    options: { 'even-if-used': { value: null, help: 'although briefs or evidence refer to it' } },
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'rename',
    argumentsHelp: 'ID NEW',
    summary: 'Give a record another id, and rewrite the references to it; renaming back undoes it',
    options: {},
    takes: [2, 2],
    writes: true,
  },
  {
    name: 'backlinks',
    argumentsHelp: 'ID',
    summary: 'Tell where a record is used: brief, line, column and sentence',
    options: {},
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'people',
    argumentsHelp: '',
    summary: 'List the people and organisations, with their other names',
    options: {},
    takes: [0, 0],
    writes: false,
  },
  {
    name: 'measures',
    argumentsHelp: '',
    summary: 'List what is measured, with the number of values',
    options: {},
    takes: [0, 0],
    writes: false,
  },
  {
    name: 'measure',
    argumentsHelp: 'NAME',
    summary: 'Tell every value of a measure with its date and source',
    options: { tag: { value: 'TAG', help: 'only what has that tag' } },
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'person add',
    argumentsHelp: 'NAME',
    summary: 'Keep a person or an organisation',
    options: {
      alias: { value: 'NAME', help: 'another name of theirs; several with ; between' },
      role: { value: 'ROLE', help: 'what they are' },
      organisation: { value: 'NAME', help: 'whose they are' },
    },
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'person',
    argumentsHelp: 'ID',
    summary: 'Tell what somebody said, in the order of time',
    options: { tag: { value: 'TAG', help: 'only what has that tag' } },
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'merge',
    argumentsHelp: 'ID INTO',
    summary: 'Make two people one: quotes and references of the first are led to the second',
    options: {},
    takes: [2, 2],
    writes: true,
  },
  {
    name: 'export',
    argumentsHelp: 'BRIEF',
    summary: 'Write a brief to a PDF, a web page, Markdown, or a table of its evidence',
    options: {
      to: { value: `FILE.${endings}`, help: 'the file; its ending says what it is', required: true },
      template: { value: 'NAME', help: 'set in another form' },
      notes: { value: 'foot|end|annex', help: 'where its notes go (as its form says if not named)' },
      paper: { value: 'a4|letter', help: 'the paper (as its form says if not named)' },
      version: { value: 'VERSION', help: 'v1: as it was issued' },
      date: { value: dayHelp, help: 'the day it bears, and on which dates are judged' },
    },
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'open',
    argumentsHelp: 'FILE',
    summary: 'Take over the brief that its PDF carries, with all that it refers to',
    options: {},
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'backup',
    argumentsHelp: '',
    summary: 'Put the whole library into one ZIP file, and read it back',
    options: { to: { value: 'FILE', help: 'the backup', required: true } },
    takes: [0, 0],
    writes: true,
  },
  {
    name: 'restore',
    argumentsHelp: 'FILE',
    summary: 'Unpack a backup into a new library, the folder that --library names',
    options: {},
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'export-library',
    argumentsHelp: 'DIR',
    summary: 'Write the whole library into a new folder that any editor can read',
    options: {},
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'import-library',
    argumentsHelp: 'DIR',
    summary: 'Take in such a folder, with what other editors changed there',
    options: {},
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'import-notes',
    argumentsHelp: 'DIR',
    summary: 'Take in the notes of an Obsidian vault or a Joplin export',
    options: {},
    takes: [1, 1],
    writes: true,
    begins: true,
  },
  {
    name: 'verify',
    argumentsHelp: 'BRIEF',
    summary: 'Say what the checks find in a brief; fails while an error stands',
    options: {
      date: { value: dayHelp, help: 'the day on which dates are judged (the brief’s own if none is named)' },
    },
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'answer',
    argumentsHelp: 'BRIEF',
    summary: 'Say why a finding of a brief may stand; the reason is kept with the brief',
    options: {
      rule: { value: 'RULE', help: 'the check that found it', required: true },
      line: { value: 'N', help: 'the line it is on', required: true },
      reason: { value: 'WORDS', help: 'why it may stand', required: true },
    },
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'issue',
    argumentsHelp: 'BRIEF',
    summary: 'Freeze a brief as its next version, with all it uses; fails while an error is unanswered',
    options: { to: { value: 'DIR', help: 'copy the version there too, as DIR/BRIEF-v1' } },
    takes: [1, 1],
    writes: true,
  },
  {
    name: 'changed',
    argumentsHelp: 'BRIEF',
    summary: 'Say what changed in a brief, and in all it uses, since it was issued',
    options: { since: { value: 'VERSION', help: 'v1 (the last one if none is named)' } },
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'explain',
    argumentsHelp: 'RULE',
    summary: 'Say what a check finds, with a text that is wrong and one that is right',
    options: {},
    takes: [1, 1],
    writes: false,
  },
  {
    name: 'rules',
    argumentsHelp: '',
    summary: 'List the checks and whether they are on, or turn one on or off in the library',
    options: {
      on: { value: 'RULE', help: 'turn it on in this library, whatever a template says' },
      off: { value: 'RULE', help: 'turn it off in this library, whatever a template says' },
      usual: { value: 'RULE', help: 'leave it to the template again; on where that says nothing' },
      template: { value: 'NAME', help: 'list them as they are for briefs of that form' },
    },
    takes: [0, 0],
    writes: ['on', 'off', 'usual'],
  },
  {
    name: 'suggest',
    argumentsHelp: '<file|SOURCE>',
    summary: 'Say which quotes, figures, events and people a text seems to have; nothing is kept',
    options: {
      date: { value: dayHelp, help: 'the day of the text; relative dates resolve against it' },
      lang: { value: languageHelp, help: 'its language (told by the text if none is named)' },
      'stdin-lines': {
        value: null,
        help: 'read one JSON {id,text,date,lang} a line instead, and print one line for each',
      },
    },
    takes: [0, 1],
    writes: false,
  },
  {
    name: 'make',
    argumentsHelp: '<article>',
    summary: 'From an article to a brief in one step: import, make evidence, draft, check, export',
    options: {
      to: { value: `FILE.${endings}`, help: 'the file', required: true },
      template: { value: 'NAME', help: 'the form (market-morning-note if none is named)' },
      date: { value: dayHelp, help: 'the day of the article; relative dates resolve against it' },
    },
    takes: [1, 1],
    writes: true,
    begins: true,
  },
]

function evidenceCommands(
  noun: string,
  what: string,
  fields: Command['options'],
  needed: readonly string[],
): Command[] {
  const required = Object.fromEntries(
    Object.entries(fields).map(([name, option]) => [name, { ...option, required: needed.includes(name) }]),
  )
  return [
    {
      name: `${noun} add`,
      argumentsHelp: '',
      summary: `Keep ${what} as evidence`,
      options: { ...place, ...required },
      takes: [0, 0],
      writes: true,
      begins: true,
    },
    {
      name: `${noun} set`,
      argumentsHelp: 'ID',
      summary: `Change the ${noun} of that id`,
      options: { ...place, ...fields },
      takes: [1, 1],
      writes: true,
    },
  ]
}
