// Every request, asked for what fits, nearly fits and never should, of a library with its own files about it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { writeGeneratedFiles } from '../bench/generated-library.ts'
import { deskAt } from '../desk-at.ts'
import { wrongRequests } from './wrong-inputs.ts'

export type FuzzedRequests = {
  asked: number
  answered: number
  refused: number
  /** Answered by an error that nobody foresaw, or not at all; what was asked, in short, and what came. */
  unforeseen: string[]
  /** What was made or changed where nobody was asked to write. */
  outside: string[]
  /** Bytes of the heap after it, over those before. */
  grown: number
}

/** Milliseconds that any answer may take. */
const patience = 60_000

/** `place` is a folder for it alone. */
export async function fuzzRequests(place: string, count: number, seed: number): Promise<FuzzedRequests> {
  const folders = ['library', 'app', 'chosen', 'outside', 'here'].map(name => join(place, name))
  const [library = '', app = '', chosen = '', outside = '', here = ''] = folders
  for (const folder of folders) await mkdir(folder)
  await writeFile(join(outside, 'kept.txt'), 'kept')
  const ids: string[] = []
  await writeGeneratedFiles(library, 5, seed, (_, record) => ids.push(record.id))
  const before = process.cwd()
  process.chdir(here)
  const unforeseen: string[] = []
  const hear = (error: unknown) => unforeseen.push(`nobody caught: ${String(error)}`)
  process.on('unhandledRejection', hear)
  process.on('uncaughtException', hear)
  try {
    let number = 0
    const target = async (name = '') => {
      number += 1
      return join(chosen, `${number} ${name}`.replaceAll('/', '-').slice(0, 100))
    }
    const dialogs = {
      choosePdf: target,
      chooseExport: target,
      chooseBackup: target,
      chooseTemplateTarget: target,
      chooseExportFolder: target,
    }
    const desk = await deskAt(library, app, { dialogs })
    const heap = heapAfterGc()
    const draw = wrongRequests(seed, ids)
    const tally = { asked: 0, answered: 0, refused: 0 }
    for (; tally.asked < count; tally.asked += 1) {
      const { name, input } = draw()
      const result = await within(patience, desk.answer(name, input))
      if (result?.ok) tally.answered += 1
      else if (result && result.problem.code !== 'failed') tally.refused += 1
      else unforeseen.push(`${name} ${shortly(input)}: ${result?.problem.message ?? 'no answer'}`)
    }
    const alive = await desk.answer('brief.create', { title: 'Still here', template: 'market-morning-note' })
    if (!alive.ok) unforeseen.push(`afterwards: ${alive.problem.message}`)
    if ('polluted' in {}) unforeseen.push('the prototype of all objects was changed')
    const grown = heapAfterGc() - heap
    await desk.close()
    return { ...tally, unforeseen, outside: await strayed(place, outside, here), grown }
  } finally {
    process.chdir(before)
    process.off('unhandledRejection', hear)
    process.off('uncaughtException', hear)
  }
}

async function within<T>(milliseconds: number, answer: Promise<Result<T>>): Promise<Result<T> | null> {
  const waiting = Promise.withResolvers<null>()
  const timer = setTimeout(() => waiting.resolve(null), milliseconds)
  try {
    return await Promise.race([answer, waiting.promise])
  } catch (error) {
    return { ok: false, problem: { code: 'failed', message: `rejected with ${String(error)}` } }
  } finally {
    clearTimeout(timer)
  }
}

async function strayed(place: string, outside: string, here: string): Promise<string[]> {
  const known = new Set(['library', 'app', 'chosen', 'outside', 'here'])
  const made = (await readdir(place)).filter(name => !known.has(name))
  const others = [...(await readdir(outside)).filter(name => name !== 'kept.txt'), ...(await readdir(here))]
  const isKept = (await readFile(join(outside, 'kept.txt'), 'utf8').catch(() => '')) === 'kept'
  return [...made, ...others, ...(isKept ? [] : ['kept.txt'])]
}

function heapAfterGc(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function shortly(input: unknown): string {
  try {
    return (
      JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))?.slice(0, 200) ??
      'undefined'
    )
  } catch {
    return 'what JSON cannot say'
  }
}
