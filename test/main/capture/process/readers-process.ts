// A process like the app's own, whose readers do what their text says.
import { setTimeout as after } from 'node:timers/promises'
import { readPlainText } from '../../../../main/capture/plain-text.ts'
import { pastedIn } from '../../../../main/capture/process/paste-bytes.ts'
import { serveReading } from '../../../../main/capture/process/serve-reading.ts'
import { type Reader, readers } from '../../../../main/capture/readers.ts'

const megabyte = 1024 * 1024

const read: Reader = async (name, bytes, report) => {
  const words = new TextDecoder().decode(bytes).trimEnd()
  const held: unknown[] = []
  switch (words) {
    case 'stand still':
      for (;;);
    case 'go on for ever':
      for (let done = 1; ; done++) {
        await after(60)
        report(done, 0)
      }
    case 'eat the heap':
      for (;;) held.push(Array.from({ length: 10_000 }, () => ({ words: Math.random() })))
    case 'eat the memory':
      for (;;) {
        held.push(Buffer.alloc(20 * megabyte, 1))
        await after(30)
        report(held.length, 0)
      }
    case 'end':
      process.kill(process.pid, 'SIGKILL')
      break
    case 'break':
      throw new Error('the tenth table has no rows')
    case 'fetch':
      await fetch('https://example.org/')
      break
    case 'look around':
      return { ...readPlainText(name, bytes, 'text'), text: JSON.stringify(process.env) }
    case 'who':
      return { ...readPlainText(name, bytes, 'text'), text: String(process.pid) }
    case 'three pages':
      for (const page of [1, 2, 3]) {
        report(page, 3)
        await after(80)
      }
  }
  return readPlainText(name, bytes, 'text')
}

serveReading({
  readers: {
    ...readers,
    text: async () => read,
    fragment: async () => (name, bytes) => {
      const { html, text } = pastedIn(bytes)
      const captured = readPlainText(name, new TextEncoder().encode(`${html} beside ${text}`), 'markdown')
      return { ...captured, images: [{ name: 'dot.png', bytes: new Uint8Array([1]), alt: 'A dot' }] }
    },
  },
  script: import.meta.url,
  limits: { heapMegabytes: 60, residentBytes: 200 * megabyte },
})
