import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { offerPrintJob, runPrintJob } from '../../../main/print-job.ts'
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

/** A printer of shell lines; `$job` is the address of the job, and `pid` beside the program holds its id. */
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

/** Fetches the brief as the app does. */
const client = `exec "${process.execPath}" "${fileURLToPath(new URL('./print-client.ts', import.meta.url))}" "$job"`

function isRunning(executable: string): boolean {
  try {
    return process.kill(Number(readFileSync(`${executable}.pid`, 'utf8')), 0)
  } catch {
    return false
  }
}

describe('printing by another program', () => {
  test('gives it the switches and the job, and takes the PDF', async () => {
    const { printer, executable } = printerOf(client)
    expect(Buffer.from(await printer.print(brief)).toString()).toBe('%PDF of <p>Secret</p>')
    expect(readFileSync(`${executable}.args`, 'utf8')).toMatch(
      /^--one --two --user-data-dir=\S+ app --print-job=/,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('writes nothing of the brief on the disk', async () => {
    const { printer, executable } = printerOf(`grep -r Secret ${folder} > "$0.found"; ${client}`)
    await printer.print(brief)
    expect(readFileSync(`${executable}.found`, 'utf8')).toBe('')
  })

  test('hands over the bytes of pictures as they are', async () => {
    const pictures = {
      ['a'.repeat(64)]: new Uint8Array([10, 0, 255]),
      ['b'.repeat(64)]: new Uint8Array([13]),
    }
    const job = await offerPrintJob(folder, { ...brief, html: '<p>é</p>', pictures })
    let got: unknown
    await runPrintJob(job.address, job.token, {
      print: async handed => {
        got = handed
        return new Uint8Array([37])
      },
    })
    expect(got).toEqual({ ...brief, html: '<p>é</p>', pictures })
    await job.printed
    job.close()
  })

  test('gives the brief to nobody who only knows where it waits', async () => {
    const job = await offerPrintJob(folder, brief)
    const stranger = runPrintJob(job.address, 'x'.repeat(job.token.length), {
      print: async () => new Uint8Array(),
    })
    await expect(stranger).rejects.toThrow()
    const pdf = new Uint8Array([37, 80])
    await runPrintJob(job.address, job.token, { print: async () => pdf })
    expect(await job.printed).toEqual(pdf)
    job.close()
  })

  test('says so where it ends without having printed', async () => {
    const { printer } = printerOf('exit 0')
    await expect(printer.print(brief)).rejects.toThrow('ended without a PDF')
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
