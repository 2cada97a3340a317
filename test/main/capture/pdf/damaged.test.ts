import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdf } from '../../../../main/capture/pdf/pdf.ts'
import { RequestProblem } from '../../../../shared/result.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/capture/pdf/${name}`))

test('a file with bytes that changed is read or refused, and its pages begin within its text', async () => {
  const original = fixture('outlook.pdf')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      async changes => {
        const bytes = original.slice()
        for (const [at, value] of changes) bytes[at] = value
        const read = await readPdf('x.pdf', bytes, () => {}).catch((error: unknown) => error)
        if (read instanceof RequestProblem) return
        const { text, pages } = read as Awaited<ReturnType<typeof readPdf>>
        expect(pages.every(({ start }, page) => start > (pages[page - 1]?.start ?? -1))).toBe(true)
        expect(pages.every(({ start }) => start < text.length)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('a damaged file does not end the process that reads it', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'damaged.pdf')
  // Half of its objects are written over by others: pdf.js rejects promises that nobody waits for.
  writeFileSync(file, fixture('owner-locked.pdf').copyWithin(1643, 41094))
  const program = `
    import { readFileSync } from 'node:fs'
    import { readPdf } from ${JSON.stringify(pathToFileURL(resolve('main/capture/pdf/pdf.ts')).href)}
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(file)}))
    await readPdf('damaged.pdf', bytes, () => {}).catch(error => console.log(error.message))
    console.log('still here')`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^“damaged\.pdf” is damaged on page 2\. Nothing was imported.*\nstill here\n$/)
  expect(status).toBe(0)
})
