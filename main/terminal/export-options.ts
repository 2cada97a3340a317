// How a terminal says what a brief is exported as.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { type ExportFormat, exportFormats, formatOfFile } from '../../shared/brief/export-format.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { type Call, WrongUsage } from './usage.ts'
import { versionIn } from './version-in.ts'

type Choice = NonNullable<RequestInput<'brief.export'>['choice']>

/** The format that a file's ending asks for. Throws WrongUsage where it asks for none. */
export function formatIn(file: string): ExportFormat {
  const format = formatOfFile(file)
  if (format) return format
  // That a folder has the name is what to say of it.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return 'pdf'
  throw new WrongUsage(
    `“${basename(file)}” does not end in ${exportFormats.map(each => `.${each}`).join(', ')}. Nothing was written.`,
  )
}

/** What the options say. Throws WrongUsage where a version is none; the request's schema reads the rest. */
export function exportChoice({ command, options }: Call, format: ExportFormat): Choice {
  // `make` has made its brief in the form and with the date that its own options say.
  if (command.name !== 'export') return { format }
  const { template, notes, paper, date } = options
  return {
    format,
    ...(template !== undefined && { template }),
    ...(notes !== undefined && { notes: notes as NonNullable<Choice['notes']> }),
    ...(paper !== undefined && { paper: paper as NonNullable<Choice['paper']> }),
    ...(date !== undefined && { date }),
    ...(options.version !== undefined && { version: versionIn('--version', options.version) }),
  }
}
