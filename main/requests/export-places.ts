// Where the files of an export go, all of them together.
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import { type FileToWrite, writeTogether } from '../library/write-together.ts'
import { reasonOf } from './answer.ts'
import type { ExportFiles } from './export-files.ts'
import { exportTarget, unwritable } from './export-target.ts'
import type { FileFormat } from './own-exports.ts'

type Place = { format: FileFormat; file: string; target: string }

/** Each file and the path that it is written to; the one that was asked for is the first. */
export type Places = readonly [Place, ...Place[]]

/** Every file of an export is looked at before the first is written. Rejects with a RequestProblem where one must not be. */
export async function placesOf(file: string, format: ExportFormat): Promise<Places> {
  const places = filesOf(file, format)
  for (const each of places) each.target = await exportTarget(each.file, each.format)
  return places
}

/**
 * Writes the files of an export, all or none; where they are to be new nothing is replaced. Gives the paths of those beside the
 * one that was asked for; null where another program took the name of a new one meanwhile.
 */
export async function writeFiles(
  places: Places,
  { files, pictures = new Map() }: ExportFiles,
  { areNew }: { areNew: boolean },
): Promise<string[] | null> {
  const [asked, ...beside] = places
  const folder = dirname(asked.file)
  const written = places.map(({ format, target }): FileToWrite => {
    const bytes = files.get(format)
    if (!bytes) throw new Error(`An export has no ${format}`)
    return { path: target, bytes, isNew: areNew }
  })
  const missing = await picturesToWrite(folder, pictures)
  try {
    // What stands beside goes first: whoever sees the file that was asked for has all of it.
    await writeTogether([...missing, ...written.toReversed()])
  } catch (error) {
    if (areNew && (error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw unwritable(asked.file, asked.format, `${reasonOf(error)}.`)
  }
  return [...beside.map(({ file }) => file), ...[...pictures.keys()].map(name => join(folder, name))]
}

/** The places of a file of that name, with a number after it where the name of one of its files is taken; null once it is stopped. */
export async function freePlaces(
  folder: string,
  name: string,
  format: ExportFormat,
  stop: AbortSignal,
): Promise<Places | null> {
  for (let time = 1; !stop.aborted; time++) {
    const file = join(folder, `${time === 1 ? name : `${name} ${time}`}.${format}`)
    const places = filesOf(file, format)
    if ((await Promise.all(places.map(isFree))).every(Boolean)) return places
  }
  return null
}

function isFree({ file, format }: Place): Promise<boolean> {
  return lstat(file).then(
    () => false,
    error => {
      if (error.code === 'ENOENT') return true
      throw unwritable(file, format, `${reasonOf(error)}.`)
    },
  )
}

function filesOf(file: string, format: ExportFormat): [Place, ...Place[]] {
  const beside = format === 'md' ? [file.replace(/\.md$/i, '.json')] : []
  return [
    { format, file, target: file },
    ...beside.map((path): Place => ({ format: 'json', file: path, target: path })),
  ]
}

/** The pictures that are not there yet. Throws a RequestProblem where another file has the name of one. */
async function picturesToWrite(
  folder: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<FileToWrite[]> {
  const missing: FileToWrite[] = []
  for (const [name, bytes] of pictures) {
    const path = join(folder, name)
    const there = await readFile(path).catch(() => null)
    if (there?.equals(bytes)) continue
    await exportTarget(path, 'picture')
    missing.push({ path, bytes, isNew: true })
  }
  return missing
}
