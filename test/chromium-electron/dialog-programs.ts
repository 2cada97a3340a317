// Asks for files by zenity or kdialog, where a desktop has one of them.
import { execFile } from 'node:child_process'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { FileFilter } from 'electron'
import type { FileQuestion } from './dialog-question.ts'

const patternsOf = ({ extensions }: FileFilter) =>
  extensions.map(extension => (extension === '*' ? '*' : `*.${extension}`)).join(' ')

function startOf({ startAt }: FileQuestion): string | undefined {
  return startAt === undefined || isAbsolute(startAt) ? startAt : join(homedir(), startAt)
}

function zenity(question: FileQuestion): string[] {
  const { kind, title, multiple, filters } = question
  const start = startOf(question)
  return [
    '--file-selection',
    `--title=${title}`,
    '--separator=\n',
    ...(kind === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(kind === 'folder' ? ['--directory'] : []),
    ...(kind === 'folder'
      ? []
      : filters.map(filter => `--file-filter=${filter.name} | ${patternsOf(filter)}`)),
    ...(multiple ? ['--multiple'] : []),
    ...(start === undefined ? [] : [`--filename=${start}`]),
  ]
}

function kdialog(question: FileQuestion): string[] {
  const { kind, title, multiple, filters } = question
  const commands = { open: '--getopenfilename', folder: '--getexistingdirectory', save: '--getsavefilename' }
  return [
    '--title',
    title,
    ...(multiple ? ['--multiple', '--separate-output'] : []),
    commands[kind],
    startOf(question) ?? homedir(),
    ...(kind === 'folder' ? [] : filters.slice(0, 1).map(patternsOf)),
  ]
}

function run(program: string, args: readonly string[]): Promise<string[] | undefined> {
  return new Promise(resolve => {
    execFile(program, args, (error, output) => {
      // Not installed: somebody else is asked. Any other failure is a person who chose nothing.
      if (error?.code === 'ENOENT') resolve(undefined)
      else resolve(error ? [] : output.split('\n').filter(Boolean))
    })
  })
}

/** The paths chosen, none if nothing was; undefined where no such program is installed. */
export async function askDesktop(question: FileQuestion): Promise<string[] | undefined> {
  return (await run('zenity', zenity(question))) ?? run('kdialog', kdialog(question))
}
