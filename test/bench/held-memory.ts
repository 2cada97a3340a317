// Prints the bytes of heap and buffers that this process holds with a library open, or with the records of one parsed.
//   node --expose-gc held-memory.ts library|parsed PATH
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { openLibrary } from '../../main/library/open-library.ts'

const [kind, path = ''] = process.argv.slice(2)
const held =
  kind === 'library'
    ? await openLibrary({ folder: path, access: 'write', now: () => new Date() })
    : path === ''
      ? null
      : JSON.parse(readFileSync(path, 'utf8'))
// Lists are asked for and go over to the window, which holds them.
if (kind === 'library')
  for (const collection of ['briefs', 'sources', 'quotes'] as const) held.list(collection)
await setTimeout(200)
gc?.()
const { heapUsed, external } = process.memoryUsage()
process.stdout.write(String(heapUsed + external))
if (kind === 'library') await held.close()
