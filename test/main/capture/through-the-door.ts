// A file as it is taken in: told by what it holds, read by the reader of its format, and filled.
import { type Filled, fillFacts } from '../../../main/capture/fill-facts.ts'
import { formatOf } from '../../../main/capture/format.ts'
import { readers } from '../../../main/capture/readers.ts'

export async function throughTheDoor(name: string, bytes: Uint8Array): Promise<Filled> {
  const format = formatOf(name, bytes)
  if (format === 'zip') throw new Error(`${name} is a ZIP, whose files are taken in each by itself.`)
  const read = await readers[format]()
  return fillFacts(await read(name, bytes, () => {}))
}
