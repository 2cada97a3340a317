import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { spawnedPrinter } from '../../../main/terminal/spawned-printer.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const brief = { title: 'A', language: 'en-GB', html: '<p>Secret</p>', pageStyle: '', marginWords: '' }
const before = process.env.TMPDIR
let folder: string
let programs: string

beforeEach(() => {
  programs = temporaryFolder()
  folder = temporaryFolder()
  process.env.TMPDIR = folder
})
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
})

/** A printer of shell lines; `$job` is the folder of the job, and `pid` beside the program holds its id. */
function printerOf(lines: string, stop = new AbortController().signal, patience = 60_000) {
  const executable = join(programs, 'printer')
  writeFileSync(
    executable,
    `#!/bin/sh\nfor last; do :; done\njob=\${last#--print-job=}\necho $$ > "$0.pid"\necho "$@" > "$0.args"\n${lines}\n`,
  )
  chmodSync(executable, 0o755)
  const printer = spawnedPrinter({
    executable,
    switches: ['--one', '--two'],
    appFolder: 'app',
    stop,
    patience,
  })
  return { printer, executable }
}

function isRunning(executable: string): boolean {
  try {
    return process.kill(Number(readFileSync(`${executable}.pid`, 'utf8')), 0)
  } catch {
    return false
  }
}

describe('printing by another program', () => {
  test('gives it the switches and the job, and takes the PDF', async () => {
    const { printer, executable } = printerOf('printf %%PDF > "$job/brief.pdf"')
    expect(Buffer.from(await printer.print(brief)).toString()).toBe('%PDF')
    expect(readFileSync(`${executable}.args`, 'utf8')).toMatch(
      /^--one --two --user-data-dir=\S+ app --print-job=/,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('tells what it said where it fails, and keeps nothing', async () => {
    const { printer } = printerOf('echo "no paper" >&2; exit 3')
    await expect(printer.print(brief)).rejects.toThrow('the printer ended with 3: no paper')
    expect(readdirSync(folder)).toEqual([])
  })

  test('stops it where it does not end, and keeps nothing', async () => {
    const { printer, executable } = printerOf('exec sleep 60', undefined, 1000)
    await expect(printer.print(brief)).rejects.toThrow('did not end within 1 seconds')
    expect(isRunning(executable)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  test('stops it where the terminal is interrupted, and keeps nothing', async () => {
    const stop = new AbortController()
    const { printer, executable } = printerOf('exec sleep 60', stop.signal)
    const printed = printer.print(brief)
    const refused = expect(printed).rejects.toThrow('it was interrupted')
    await expect.poll(() => existsSync(`${executable}.args`)).toBe(true)
    stop.abort()
    await refused
    expect(isRunning(executable)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
    await expect(printer.print(brief)).rejects.toThrow('it was interrupted')
  })
})
