// webContents.printToPDF.
import type { PrintToPDFOptions } from 'electron'
import type { DevtoolsSession } from './devtools.ts'
import { printParameters } from './print-options.ts'

/** Prints by a stream, since one message could not hold a document of any size. */
export async function printPage(
  session: Promise<DevtoolsSession>,
  options: PrintToPDFOptions,
): Promise<Buffer> {
  const parameters = printParameters(options)
  const page = await session
  const { stream } = await page.send('Page.printToPDF', { ...parameters, transferMode: 'ReturnAsStream' })
  if (!stream) throw new Error('Failed to generate PDF')
  const parts: Buffer[] = []
  for (let done = false; !done; ) {
    const chunk = await page.send('IO.read', { handle: stream, size: 4 << 20 })
    parts.push(Buffer.from(chunk.data, chunk.base64Encoded ? 'base64' : 'utf8'))
    done = chunk.eof
  }
  page.tell('IO.close', { handle: stream })
  return Buffer.concat(parts)
}
