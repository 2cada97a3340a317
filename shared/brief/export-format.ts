/** What a brief can be exported as, by the ending of its file. */
export const exportFormats = ['pdf', 'html', 'md', 'csv'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** What people call them. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  pdf: 'PDF',
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
