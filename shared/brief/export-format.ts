import type { Paper } from './paper.ts'
import type { NotesPlace } from './template.ts'

/** What a brief can be exported as, by the ending of its file. */
export const exportFormats = ['pdf', 'docx', 'html', 'md', 'csv'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** What people call them. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word document',
  html: 'web page',
  md: 'Markdown',
  csv: 'table of evidence',
}

/** The format that a file's name asks for; null where it asks for none of them. */
export function formatOfFile(name: string): ExportFormat | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  if (ending === 'htm') return 'html'
  return exportFormats.find(format => format === ending) ?? null
}

/** How a brief is exported: as what, and set how; what is null is as its form says. */
export type ExportLook = { format: ExportFormat; notes: NotesPlace | null; paper: Paper | null }

export const usualLook: ExportLook = { format: 'pdf', notes: null, paper: null }
