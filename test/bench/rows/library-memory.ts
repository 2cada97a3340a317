import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeGeneratedLibrary } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure } from '../measure.ts'

const rounds = 5
const briefs = 10_000

/** Megabytes of heap and buffers, each in a process of its own, after everything that can go has gone. */
export const libraryMemory: Measure = {
  name: 'memory of a library of 10,000 briefs',
  measure: ({ seed }) =>
    inTemporaryFolder(async folder => {
      const [library, empty, oneFile] = ['library', 'empty', 'one-file.json'].map(name => join(folder, name))
      if (!library || !empty || !oneFile) throw new Error('There is no place.')
      await writeFile(oneFile, JSON.stringify(await writeGeneratedLibrary(library, briefs, seed)))
      const ours = async () => (await megabytes('library', library)) - (await megabytes('library', empty))
      const theirs = async () => (await megabytes('parsed', oneFile)) - (await megabytes('parsed', ''))
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      const against = 'the same records parsed from one lowdb file'
      return { ours: our, references: [{ against, goal: 0.3, times }] }
    }),
}

async function megabytes(kind: string, path: string): Promise<number> {
  const program = join(import.meta.dirname, '..', 'held-memory.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, kind, path])
  return Number(stdout) / 1024 / 1024
}
