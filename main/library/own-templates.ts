// A person's own templates: Markdown files, which in a library without a passphrase any editor may change.
import { lstat, mkdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { absent, createDurably, type Disk, writeDurably } from './durable-file.ts'
import { fileTime } from './folders.ts'
import { namesIn } from './library-folder.ts'
import { readProblem } from './read-problem.ts'
import { type Seal, sealContext } from './seal.ts'

/** In bytes; what is longer is no form of a brief. */
export const largestTemplate = 1_000_000

/** A file in `templates/`: what it is called without `.md`, and its text, or why that cannot be read (a part of a sentence). */
export type TemplateFile = { name: string } & ({ text: string } | { problem: string })

export type OwnTemplates = ReturnType<typeof openOwnTemplates>

type Opened = {
  folder: string
  disk: Disk
  seal: Seal
  now: () => Date
  /** Does what writes, one after the other, or refuses to. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

/** Whether a template can have that name: it is that of its file. */
export function isTemplateName(name: string): boolean {
  return /^[^./\\][^/\\]*$/.test(name)
}

/** The name of a template's file in the trash without `.md`, and when it came there (an instant); null for any other file. */
export function partsOfTrashed(file: string): [stem: string, time: string] | null {
  const [, stem = '', time = ''] = /^(.+)\.(\d{4}-\d\d-\d\dT.+Z)\.md$/.exec(file) ?? []
  return fileTime.read(time) === null ? null : [stem, time]
}

export function openOwnTemplates({ folder, disk, seal, now, inTurn }: Opened) {
  let files: readonly TemplateFile[] = []
  const room = join(folder, 'templates')
  const trash = join(folder, 'trash', 'templates')
  const pathOf = (name: string) => join(room, `${seal.nameOf(name)}.md`)
  const sealed = (name: string, text: string) =>
    seal.seal(new TextEncoder().encode(text), sealContext.template(name))
  const open = (name: string, bytes: Uint8Array) =>
    new TextDecoder('utf-8', { fatal: true }).decode(seal.open(bytes, sealContext.template(name)))

  async function read(stem: string): Promise<TemplateFile> {
    const name = seal.idOf(stem) ?? stem
    const path = join(room, `${stem}.md`)
    try {
      const stats = await lstat(path)
      if (!stats.isFile()) return { name, problem: 'it is no file of its own, but a folder or a link' }
      if (stats.size > largestTemplate + seal.overhead) return { name, problem: 'it is larger than 1 MB' }
      return { name, text: open(name, await readFile(path)) }
    } catch (error) {
      return { name, problem: readProblem(error).reason }
    }
  }

  async function look(): Promise<void> {
    const stems = (await namesIn(room)).flatMap(name => /^([^.].*)\.md$/.exec(name)?.[1] ?? [])
    files = await Promise.all(stems.sort().map(read))
  }

  /** What is in place now stays in the trash. */
  async function keepInTrash(name: string): Promise<void> {
    const bytes = await readFile(pathOf(name)).catch(absent)
    if (!bytes) return
    await mkdir(trash, { recursive: true })
    const kept = `${seal.nameOf(name)}.${fileTime.of(now().toISOString())}.md`
    await createDurably(join(trash, kept), bytes, disk)
  }

  /** The newest first. */
  async function inTrash(): Promise<{ name: string; path: string }[]> {
    const kept = (await namesIn(trash)).flatMap(file => {
      const [stem, time = ''] = partsOfTrashed(file) ?? []
      const name = stem === undefined ? null : seal.idOf(stem)
      return name === null ? [] : [{ name, time, path: join(trash, file) }]
    })
    return kept.sort((one, other) => other.time.localeCompare(one.time))
  }

  return {
    /** As they were looked at last, by name. */
    files: (): readonly TemplateFile[] => files,

    /** Reads them anew: another program may have changed them. */
    look,

    /** Keeps a template; one of that name that says something else goes to the trash. */
    put(name: string, text: string): Promise<void> {
      if (!isTemplateName(name)) throw new RangeError(`${name} is no name of a template`)
      return inTurn(async () => {
        const there = await read(seal.nameOf(name))
        if ('text' in there && there.text === text) return
        await keepInTrash(name)
        await writeDurably(pathOf(name), sealed(name, text), disk)
        await look()
      })
    },

    /** Moves a template to the trash. */
    remove(name: string): Promise<void> {
      return inTurn(async () => {
        await keepInTrash(name)
        await unlink(pathOf(name))
        await look()
      })
    },

    /** The names in the trash, what came there last first. */
    removed: async (): Promise<string[]> => [...new Set((await inTrash()).map(({ name }) => name))],

    /** Takes what went to the trash last under a name back from there; false where there is nothing. */
    putBack(name: string): Promise<boolean> {
      return inTurn(async () => {
        const found = (await inTrash()).find(each => each.name === name)
        if (!found) return false
        const bytes = await readFile(found.path)
        await keepInTrash(name)
        await writeDurably(pathOf(name), bytes, disk)
        await unlink(found.path)
        await look()
        return true
      })
    },

    /** Deletes for good what is in the trash. */
    async emptyTrash(): Promise<void> {
      for (const { path } of await inTrash()) await unlink(path)
    },
  }
}
