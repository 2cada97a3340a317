// A page with its pictures in one file, as Chromium saves it (MHTML, RFC 2557).
import PostalMime from 'postal-mime'
import type { Captured, ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { decodeHtml } from './decode-html.ts'
import { readPage } from './html.ts'

type Part = {
  mediaType: string
  charset: string | null
  location: string | null
  id: string | null
  bytes: Uint8Array
}

/** Reads a page that was saved with its pictures as MHTML. Throws a RequestProblem that names the file where it is none. */
export async function readWebArchive(
  name: string,
  bytes: Uint8Array,
  report: ReportProgress,
): Promise<Captured> {
  const { parts, savedFrom } = await partsOf(bytes).catch(() => ({ parts: [], savedFrom: null }))
  const page = parts.find(({ mediaType }) => /^text\/html$|xhtml/.test(mediaType))
  if (!page) {
    throw refusal(
      name,
      'has no page in it that was saved with its pictures',
      'Save the page again, as one file (.mhtml) or as .html.',
    )
  }
  const address = savedFrom ?? page.location
  return readPage(
    name,
    decodeHtml(name, page.bytes, page.charset),
    address,
    source => {
      const at = URL.parse(source, address ?? undefined)?.href ?? source
      const found = parts.find(
        ({ location, id }) =>
          location === at || location === source || (id !== null && source === `cid:${id}`),
      )
      return found ? { name: nameOf(found), mediaType: found.mediaType, bytes: found.bytes } : null
    },
    report,
  )
}

function nameOf({ location }: Part): string | null {
  const last =
    URL.parse(location ?? '')
      ?.pathname.split('/')
      .pop() ?? ''
  return /^[\w-][\w.-]{0,80}\.\w{2,5}$/.test(last) ? last : null
}

async function partsOf(bytes: Uint8Array): Promise<{ parts: Part[]; savedFrom: string | null }> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = await headersOf(content.subarray(0, endOfHeaders(content)))
  const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(whole('content-type') ?? '')
  const savedFrom = whole('snapshot-content-location') ?? whole('content-location')
  const mark = boundary?.[1] ?? boundary?.[2]
  const pieces = mark === undefined ? [content] : piecesBetween(content, Buffer.from(`--${mark}`, 'latin1'))
  const parts = await Promise.all(pieces.map(partOf))
  return { parts: parts.filter(part => part !== null), savedFrom }
}

function piecesBetween(content: Buffer, mark: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  let start = content.indexOf(mark)
  while (start !== -1) {
    const next = content.indexOf(mark, start + mark.length)
    const lineEnd = content.indexOf('\n', start + mark.length)
    if (next !== -1 && lineEnd !== -1 && lineEnd < next) pieces.push(content.subarray(lineEnd + 1, next))
    start = next
  }
  return pieces
}

/** A part is a message of its own; as an attachment, postal-mime leaves its bytes as they are. */
async function partOf(piece: Buffer): Promise<Part | null> {
  const mail = await PostalMime.parse(
    Buffer.concat([Buffer.from('Content-Disposition: attachment\r\n'), piece]),
  )
  const [attached] = mail.attachments
  if (!attached || typeof attached.content === 'string') return null
  const header = (key: string) => mail.headers.find(found => found.key === key)?.value ?? null
  return {
    mediaType: attached.mimeType,
    charset: /\bcharset\s*=\s*"?([\w:.-]+)/i.exec(header('content-type') ?? '')?.[1] ?? null,
    location: header('content-location')?.trim() ?? null,
    id: attached.contentId?.replace(/^<|>$/g, '') ?? null,
    bytes: new Uint8Array(attached.content),
  }
}

async function headersOf(head: Buffer): Promise<(key: string) => string | null> {
  const { headers } = await PostalMime.parse(head)
  return key => headers.find(header => header.key === key)?.value.trim() ?? null
}

function endOfHeaders(content: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map(end => content.indexOf(end)).filter(at => at !== -1)
  return ends.length > 0 ? Math.min(...ends) : content.length
}
