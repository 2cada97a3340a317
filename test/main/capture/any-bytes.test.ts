// Whatever the bytes of a file are, it is told what it is or refused by name.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOf } from '../../../main/capture/format.ts'
import { readJob } from '../../../main/capture/process/read-job.ts'
import type { Said } from '../../../main/capture/process/reading-messages.ts'
import { readers } from '../../../main/capture/readers.ts'
import { RequestProblem } from '../../../shared/result.ts'
import { zipOf } from './zip-of.ts'

const beginnings = [
  '',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '%PDF-1.7',
  '<html',
  'From: a\r\n',
  '\xff\xfe',
]
const names = fc.constantFrom(
  'a.pdf',
  'a.docx',
  'a.zip',
  'a.eml',
  'a.mht',
  'a.html',
  'a.md',
  'a.doc',
  'a',
  '.x',
)

test('any bytes under any name have a format or a refusal', () => {
  fc.assert(
    fc.property(
      names,
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 300 }),
      (name, begin, rest) => {
        try {
          formatOf(name, new Uint8Array(Buffer.concat([Buffer.from(begin, 'latin1'), rest])))
        } catch (error) {
          expect(error).toBeInstanceOf(RequestProblem)
          expect((error as Error).message).toContain(`“${name}”`)
        }
      },
    ),
  )
})

test('a ZIP that is damaged anywhere is unpacked or refused by name, and nothing else', async () => {
  const zip = await zipOf({ 'a.txt': 'word '.repeat(200), 'b/c.md': '# Kato', 'd.docx': new Uint8Array(50) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async changes => {
        const damaged = Uint8Array.from(zip)
        for (const [at, byte] of changes) damaged[at] = byte
        const said: Said[] = []
        await readJob({ name: 'a.zip', bytes: damaged, format: 'zip' }, readers, each => said.push(each))
        const last = said.at(-1)
        expect(last?.is === 'unpacked' || last?.is === 'refused').toBe(true)
        if (last?.is === 'refused') expect(last).toMatchObject({ code: 'unreadable' })
      },
    ),
  )
})
