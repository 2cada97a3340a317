// The issued versions of briefs: folders that are written once, whole or not at all, and never changed.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { absent, type Disk, isLeftOver, moveDurably, writeDurably } from './durable-file.ts'
import { folderOfVersion, versionOfFolder } from './folders.ts'
import {
  asFrozen,
  type FileOf,
  type Issue,
  type IssuedFiles,
  manifestName,
  manifestOf,
  NotAsFrozen,
  sumOf,
} from './issued-manifest.ts'
import { namesIn } from './library-folder.ts'
import { diskReason } from './read-problem.ts'
import { type Seal, sealContext, UnopenedFile } from './seal.ts'

type Room = { folder: string; seal: Seal; disk: Disk }

/**
 * Freezes a version: written aside, flushed, and renamed into its place, so that it is there whole or not at all. Rejects
 * with the code EEXIST where that version is there already, which stays as it is.
 */
export async function freezeIssue(
  room: Room,
  brief: string,
  version: number,
  at: string,
  files: IssuedFiles,
): Promise<Issue> {
  const manifest = manifestOf(brief, version, at, files)
  await writeVersionFolder(room, brief, version, new Map([...files, [manifestName, manifest]]))
  return { version, at, manifest: sumOf(manifest) }
}

/**
 * Puts a version that a brief's record names into its place, from where it was copied to; false where it
 * is there already. Rejects with NotAsFrozen where the files are not what was frozen.
 */
export async function putIssue(room: Room, brief: string, issue: Issue, fileOf: FileOf): Promise<boolean> {
  if ((await versionsThere(room, brief)).includes(issue.version)) return false
  const { files } = await asFrozen(issue.manifest, brief, issue.version, fileOf)
  await writeVersionFolder(room, brief, issue.version, files)
  return true
}

async function writeVersionFolder(
  { folder, seal, disk }: Room,
  brief: string,
  version: number,
  files: IssuedFiles,
): Promise<void> {
  const own = await makeRoom({ folder, seal, disk }, brief)
  const aside = join(own, `.${folderOfVersion(version)}.${randomBytes(16).toString('hex')}.tmp`)
  await mkdir(aside)
  try {
    for (const [name, bytes] of files)
      await writeDurably(join(aside, name), seal.seal(bytes, sealContext.issued(brief, version, name)), disk)
    await moveDurably(aside, join(own, folderOfVersion(version)), disk)
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * The files of a version that a brief's record names, each compared with the manifest, and that with the record. Rejects
 * with a RequestProblem where one is missing or is not what was frozen.
 */
export async function readIssue(
  room: Room,
  brief: Pick<Brief, 'id' | 'title'>,
  issue: Issue,
): Promise<IssuedFiles> {
  const { files } = await readVersionFolder(room, brief.id, issue.version, issue.manifest).catch(
    (error: Error) => {
      if (!(error instanceof NotAsFrozen)) throw unreadableNow(brief, issue.version, error)
      throw changedSince(brief, issue.version, folderOf(room, brief.id, issue.version), error.message)
    },
  )
  return files
}

/** Versions that are whole and that a brief's record does not name: the process ended before they were told of. */
export async function unnamedIssues(
  room: Room,
  { id: brief, issues }: Pick<Brief, 'id' | 'issues'>,
): Promise<Issue[]> {
  const found: Issue[] = []
  for (const version of await versionsThere(room, brief)) {
    if (issues.some(issue => issue.version === version)) continue
    const read = await readVersionFolder(room, brief, version, null).catch(() => null)
    if (read) found.push(read.issue)
  }
  return found
}

/** The number after all versions that a brief has or that lie in its folder, whole or not: none is ever given twice. */
export async function nextVersion(
  room: Room,
  { id: brief, issues }: Pick<Brief, 'id' | 'issues'>,
): Promise<number> {
  return 1 + Math.max(0, ...issues.map(({ version }) => version), ...(await versionsThere(room, brief)))
}

/** Deletes the issued versions of a brief for good. */
export async function forgetIssues(
  { folder, seal }: Pick<Room, 'folder' | 'seal'>,
  brief: string,
): Promise<void> {
  await rm(join(folder, 'issued', seal.nameOf(brief)), { recursive: true, force: true })
}

/** Removes what freezing that was cut off has left, and nobody ever saw. */
export async function removeCutOffIssues(library: string): Promise<void> {
  for (const brief of await namesIn(join(library, 'issued'))) {
    // Another program may have put a file there.
    for (const name of await namesIn(join(library, 'issued', brief)).catch(() => [])) {
      if (!isLeftOver(name)) continue
      await rm(join(library, 'issued', brief, name), { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

/** A folder that agrees with its own manifest; rejects where it does not. See `asFrozen`. */
function readVersionFolder(room: Room, brief: string, version: number, manifest: string | null) {
  const own = folderOf(room, brief, version)
  return asFrozen(manifest, brief, version, async name => {
    const bytes = await readFile(join(own, name)).catch(absent)
    try {
      return bytes && room.seal.open(new Uint8Array(bytes), sealContext.issued(brief, version, name))
    } catch (error) {
      throw error instanceof UnopenedFile ? new NotAsFrozen(`${name} is not what was frozen`) : error
    }
  })
}

function folderOf({ folder, seal }: Pick<Room, 'folder' | 'seal'>, brief: string, version: number): string {
  return join(folder, 'issued', seal.nameOf(brief), folderOfVersion(version))
}

/** The brief's own folder, made where it is missing. */
async function makeRoom({ folder, seal, disk }: Room, brief: string): Promise<string> {
  const issued = join(folder, 'issued')
  const own = join(issued, seal.nameOf(brief))
  await mkdir(own, { recursive: true })
  for (const each of [folder, issued]) await disk.flushFolder(each)
  return own
}

async function versionsThere({ folder, seal }: Room, brief: string): Promise<number[]> {
  const names = await namesIn(join(folder, 'issued', seal.nameOf(brief)))
  return names.flatMap(name => versionOfFolder(name) ?? []).sort((one, other) => one - other)
}

function changedSince({ title }: Pick<Brief, 'title'>, version: number, folder: string, what: string) {
  return new RequestProblem(
    'unreadable',
    `v${version} of “${title}” was changed since it was issued: in ${folder}, ${what}. The brief and its other versions are as they were; take that folder from a backup.`,
  )
}

function unreadableNow({ title }: Pick<Brief, 'title'>, version: number, error: NodeJS.ErrnoException) {
  return new RequestProblem(
    'unreadable',
    `v${version} of “${title}” cannot be read now: ${error.path ?? 'a file of it'}: ${diskReason(error)}. Nothing was changed; see to that and try again.`,
    { cause: error },
  )
}
