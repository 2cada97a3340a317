// Files that the system asks to open with the app: those of a command line, of a second start, or of a Mac's Finder.
import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { largestDocumentBytes } from '../shared/model/limits.ts'
import type { NamedFiles } from './requests/ports.ts'

/** The paths among the arguments after the executable; `appPath` is the app's own, which stands among them where it is not packaged. */
export function filesNamed(
  args: readonly string[],
  { folder, appPath }: { folder: string; appPath: string },
): string[] {
  return args
    .filter((argument, at) => !argument.startsWith('-') && args[at - 1] !== '--library')
    .flatMap(argument => (argument.startsWith('file:') ? pathOfAddress(argument) : resolve(folder, argument)))
    .filter(path => path !== resolve(appPath))
}

/** None where the address names no file of this computer. */
function pathOfAddress(address: string): string[] {
  try {
    return [fileURLToPath(address)]
  } catch {
    return []
  }
}

/** Another start's word on the files it was given, which anybody of this computer's user may have said. */
export function filesSaid(said: unknown): string[] {
  const files: unknown = typeof said === 'object' && said !== null && 'files' in said ? said.files : null
  return Array.isArray(files) ? files.filter(file => typeof file === 'string' && isAbsolute(file)) : []
}

/** Keeps them until the window asks, which may be long after: it is not open yet, or the library is locked. */
export function namedFiles(onNamed: () => void): NamedFiles & { add: (paths: readonly string[]) => void } {
  let unread: string[] = []
  const briefs: string[] = []
  const sources: string[] = []
  return {
    add: paths => {
      if (paths.length === 0) return
      unread.push(...paths)
      onNamed()
    },
    waiting: async () => {
      const paths = unread
      unread = []
      for (const path of paths) ((await isBriefPdf(path)) ? briefs : sources).push(path)
      return { briefs: briefs.length, sources: sources.length }
    },
    takeBrief: () => briefs.shift() ?? null,
    takeSources: () => sources.splice(0),
  }
}

/** In the metadata of every PDF that the app finished, which stand uncompressed (main/pdf/metadata.ts). */
const mark = '<xmp:CreatorTool>Dispatch Box</xmp:CreatorTool>'

/** What cannot be read is no brief: the import says why. */
async function isBriefPdf(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => null)
  if (!about?.isFile() || about.size > largestDocumentBytes) return false
  const bytes = await readFile(path).catch(() => null)
  return bytes?.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.includes(mark)
}
