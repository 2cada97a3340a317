import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { captureLimits } from '../../../../main/capture/limits.ts'
import type { Said } from '../../../../main/capture/process/reading-messages.ts'
import {
  type ReadingProcess,
  readingProcess,
  type StartProcess,
} from '../../../../main/capture/process/reading-process.ts'
import { forkedProcess } from '../../../../main/terminal/forked-process.ts'
import { isAlive } from '../../../is-alive.ts'
import { zipOf } from '../zip-of.ts'

const script = join(import.meta.dirname, 'readers-process.ts')

let reading: ReadingProcess
let started = 0

function begin(limits = {}) {
  started = 0
  const start = forkedProcess(script)
  const counted: StartProcess = () => {
    started++
    return start()
  }
  reading = readingProcess(counted, { ...captureLimits, ...limits })
  return reading
}

afterEach(() => reading.close())

const text = (words: string) => ({
  name: 'a.txt',
  bytes: new TextEncoder().encode(words),
  format: 'text' as const,
})

describe('a file', () => {
  test('is read in another process, and the next one in the same', async () => {
    begin()
    const { text: first } = await reading.read(text('who'))
    const { text: second } = await reading.read(text('who'))
    expect(Number(first)).not.toBe(process.pid)
    expect(second).toBe(first)
    expect(started).toBe(1)
  })

  test('comes with a title, and with what its text says of itself', async () => {
    begin()
    const words = 'Rates held\nBy Ann Lee\n3 May 2025\n\nThe bank held rates.'
    expect(await reading.read(text(words))).toMatchObject({
      title: 'Rates held',
      authors: ['Ann Lee'],
      publishedOn: '2025-05-03',
      text: words,
    })
  })

  test('says how far it is', async () => {
    begin()
    const seen: [number, number][] = []
    await reading.read(text('three pages'), { report: (done, of) => seen.push([done, of]) })
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  test('waits for its turn', async () => {
    begin()
    const all = await Promise.all(['one', 'two', 'three'].map(words => reading.read(text(words))))
    expect(all.map(({ text: words }) => words)).toEqual(['one', 'two', 'three'])
    expect(started).toBe(1)
  })

  test('sees nothing of the environment, and fetches nothing', async () => {
    process.env.DISPATCH_BOX_TEST_SECRET = 'hidden'
    begin()
    expect((await reading.read(text('look around'))).text).not.toContain('hidden')
    await expect(reading.read(text('fetch'))).rejects.toThrow(
      /“a.txt” cannot be read \(Nothing is fetched while a file is read\)/,
    )
  })

  test('that a reader breaks over is refused with its reason, by a process that goes on', async () => {
    begin()
    await expect(reading.read(text('break'))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(
        /“a.txt” cannot be read \(the tenth table has no rows\). Nothing was imported and the file was not touched/,
      ),
    })
    await reading.read(text('words'))
    expect(started).toBe(1)
  })
})

describe('a ZIP', () => {
  test('is unpacked there', async () => {
    begin()
    const { entries } = await reading.unpack('a.zip', await zipOf({ 'a.txt': 'Words.', 'b.txt': 'More.' }))
    expect(entries.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['a.txt', 'Words.'],
      ['b.txt', 'More.'],
    ])
  })

  test('that is a bomb is refused, also where it is called a Word document', async () => {
    begin()
    const bomb = await zipOf({ 'word/document.xml': '', 'a.txt': Buffer.alloc(50 * 1024 * 1024) })
    await expect(reading.unpack('a.zip', bomb)).rejects.toThrow('“a.zip” unpacks to more than 100 times')
    await expect(reading.read({ name: 'a.docx', bytes: bomb, format: 'word' })).rejects.toThrow(
      '“a.docx” unpacks to more than 100 times',
    )
  })
})

describe('a file that asks too much is refused, and the next one is read', () => {
  const next = async () => {
    expect((await reading.read(text('Words.'))).text).toBe('Words.')
  }

  test('where reading it stands still', async () => {
    begin({ standstillMs: 300 })
    await expect(reading.read(text('stand still'))).rejects.toThrow(
      /“a.txt” is too complex: reading it stood still for 0.3 seconds. Nothing was imported/,
    )
    await next()
    expect(started).toBe(2)
  })

  test('but not where the machine is busy with something else', async () => {
    let hear: (said: Said) => void = () => {}
    const post = async () => {
      hear({ is: 'begun' })
      // More time than it may stand still, in which it could work but little.
      for (let milliseconds = 10; milliseconds <= 50; milliseconds += 10) {
        await after(50)
        hear({ is: 'worked', milliseconds })
      }
      hear({ is: 'refused', code: 'unreadable', message: 'Heard to the end.' })
    }
    reading = readingProcess(
      () => ({
        post: () => void post(),
        onMessage: to => {
          hear = to
        },
        onExit: () => {},
        kill: () => {},
      }),
      { ...captureLimits, standstillMs: 100 },
    )
    await expect(reading.read(text('Words.'))).rejects.toThrow('Heard to the end.')
  })

  test('where it goes on for ever', async () => {
    begin({ wholeMs: 5000 })
    await expect(reading.read(text('go on for ever'))).rejects.toThrow(
      /“a.txt” is too complex: reading it took more than 5 seconds/,
    )
    await next()
  })

  test('where it eats the memory', async () => {
    begin()
    await expect(reading.read(text('eat the memory'))).rejects.toThrow(
      /“a.txt” is too complex: to read it needs more than 200 MB of memory/,
    )
    await next()
    expect(started).toBe(2)
  })

  test('where it eats the heap', async () => {
    begin()
    await expect(reading.read(text('eat the heap'))).rejects.toThrow(
      // Where memory is taken faster than V8 can say so, the process ends instead.
      /“a.txt” (?:is too complex: to read it needs more than 60 MB of memory|made the process that reads files end)/,
    )
    await next()
  })

  test('where it makes the process end', async () => {
    begin()
    await expect(reading.read(text('end'))).rejects.toThrow(/“a.txt” made the process that reads files end/)
    await next()
  })

  test('where the process cannot be started', async () => {
    let isThere = false
    reading = readingProcess(() => forkedProcess(isThere ? script : join(script, 'gone.ts'))())
    await expect(reading.read(text('Words.'))).rejects.toThrow(
      /“a.txt” made the process that reads files end/,
    )
    isThere = true
    await next()
  })

  test('where nothing comes of it at all', async () => {
    reading = readingProcess(
      () => ({ post: () => {}, onMessage: () => {}, onExit: () => {}, kill: () => {} }),
      { ...captureLimits, firstSignMs: 50 },
    )
    await expect(reading.read(text('Words.'))).rejects.toThrow(
      /“a.txt” did not begin to be read within 0.05 sec/,
    )
  })
})

describe('the process', () => {
  test('ends at once where a person breaks off, and the next file is read', async () => {
    begin()
    const { text: pid } = await reading.read(text('who'))
    const stop = new AbortController()
    const broken = reading.read(text('stand still'), { signal: stop.signal })
    await after(100)
    stop.abort(new Error('broken off'))
    await expect(broken).rejects.toThrow('broken off')
    await expect.poll(() => isAlive(Number(pid))).toBe(false)
    expect((await reading.read(text('Words.'))).text).toBe('Words.')
  })

  test('is not started for a file that was broken off before its turn', async () => {
    begin()
    await expect(reading.read(text('Words.'), { signal: AbortSignal.abort() })).rejects.toThrow()
    expect(started).toBe(0)
  })

  test('is let go when no file comes for a while', async () => {
    begin({ keepWarmMs: 200 })
    const { text: pid } = await reading.read(text('who'))
    expect(isAlive(Number(pid))).toBe(true)
    await expect.poll(() => isAlive(Number(pid))).toBe(false)
    expect((await reading.read(text('Words.'))).text).toBe('Words.')
  })

  test('does not keep a terminal from ending, and ends with it', async () => {
    const code = `
      const { readingProcess } = await import(${JSON.stringify(new URL('../../../../main/capture/process/reading-process.ts', import.meta.url))})
      const { forkedProcess } = await import(${JSON.stringify(new URL('../../../../main/terminal/forked-process.ts', import.meta.url))})
      const reading = readingProcess(forkedProcess(${JSON.stringify(script)}))
      const { text } = await reading.read({ name: 'a', format: 'text', bytes: new TextEncoder().encode('who') })
      console.log(text)`
    const terminal = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    terminal.stdout.setEncoding('utf8').on('data', words => {
      said += words
    })
    expect(await once(terminal, 'exit')).toEqual([0, null])
    const pid = said.trim()
    expect(Number(pid)).toBeGreaterThan(0)
    await expect.poll(() => isAlive(Number(pid))).toBe(false)
  })
})
