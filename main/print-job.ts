// How a terminal hands a brief to the app's own executable for printing, and gets the PDF back: never over the disk.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import type { BriefToPrint, Printer } from './requests/ports.ts'

const job = z.strictObject({
  title: z.string(),
  language: z.string(),
  html: z.string(),
  pageStyle: z.string(),
  marginWords: z.string(),
  /** Whose bytes follow, in this order: their SHA-256, and how many they are. */
  pictures: z.array(z.strictObject({ sha256: z.string(), bytes: z.int().nonnegative() })),
})

/** The switch that starts the app as a printer: `--print-job=ADDRESS`, where the brief waits. */
export const printSwitch = '--print-job='

/** In the printer's environment, what it has to say first: on Windows anybody may knock at an address. */
export const printToken = 'DISPATCH_BOX_PRINT_TOKEN'

type PrintJob = {
  address: string
  token: string
  /** Settles once the printer has sent the PDF, or was cut off. */
  printed: Promise<Uint8Array>
  close: () => void
}

/** Offers a brief to one printer. `folder` is private to this person and short in name: a socket's is at most a hundred bytes. */
export async function offerPrintJob(
  folder: string,
  brief: BriefToPrint,
  platform = process.platform,
): Promise<PrintJob> {
  const token = randomBytes(16).toString('hex')
  const address =
    platform === 'win32'
      ? `\\\\.\\pipe\\dispatch-box-${randomBytes(16).toString('hex')}`
      : join(folder, 'job')
  const server = createServer({ allowHalfOpen: true })
  const sockets = new Set<Socket>()
  const printed = new Promise<Uint8Array>((done, failed) => {
    server.on('connection', socket => {
      sockets.add(socket)
      exchange(socket, token, brief).then(pdf => pdf && done(pdf), failed)
    })
  })
  // Where the printer ends before it has printed, that is what is told.
  printed.catch(() => undefined)
  await new Promise<void>((done, failed) => server.on('error', failed).listen(address, done))
  return {
    address,
    token,
    printed,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Null where whoever knocked is no printer of ours. */
async function exchange(socket: Socket, token: string, brief: BriefToPrint): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  let isKnown = false
  for await (const chunk of socket) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (isKnown || length < token.length) continue
    const said = Buffer.concat(chunks).subarray(0, token.length)
    if (!timingSafeEqual(said, Buffer.from(token))) {
      socket.destroy()
      return null
    }
    isKnown = true
    for (const part of written(brief)) socket.write(part)
    socket.end()
  }
  return isKnown ? new Uint8Array(Buffer.concat(chunks).subarray(token.length)) : null
}

/** A brief on its way: JSON in a line, and the bytes of its pictures after it. */
function written({ pictures = {}, ...brief }: BriefToPrint): (string | Uint8Array)[] {
  const listed = Object.entries(pictures).map(([sha256, { length: bytes }]) => ({ sha256, bytes }))
  return [`${JSON.stringify({ ...brief, pictures: listed })}\n`, ...Object.values(pictures)]
}

function read(bytes: Buffer): BriefToPrint {
  let at = bytes.indexOf('\n') + 1
  const { pictures, ...brief } = job.parse(JSON.parse(bytes.toString('utf8', 0, at)))
  const read = pictures.map(({ sha256, bytes: length }) => {
    at += length
    return [sha256, new Uint8Array(bytes.subarray(at - length, at))] as const
  })
  return { ...brief, pictures: Object.fromEntries(read) }
}

/** In the app's process: fetches the brief, prints it, and sends the PDF back. */
export async function runPrintJob(address: string, token: string, printer: Printer): Promise<void> {
  const socket = connect({ path: address, allowHalfOpen: true })
  socket.write(token)
  const chunks: Buffer[] = []
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) chunks.push(chunk as Buffer)
  const pdf = await printer.print(read(Buffer.concat(chunks)))
  await new Promise<void>((done, failed) => socket.on('error', failed).end(pdf, done))
}
