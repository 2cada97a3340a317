// An e-mail as mail programs save it (RFC 5322, .eml).
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { line } from '../../shared/model/v1/fields.ts'
import type { Captured, CapturedImage, ReportProgress } from './captured.ts'
import { refusal } from './decode-text.ts'
import { type DomElement, parsePage } from './from-html/dom.ts'
import { htmlToMarkdown } from './from-html/html-to-markdown.ts'
import { plainTextMarkdown } from './from-html/plain-markdown.ts'
import { imageEnding, imagesIn, smallestImageBytes } from './from-html/text-images.ts'
import { foldAll, plainMarkdown } from './from-html/words-kept.ts'
import { languageOf } from './web/page-facts.ts'
import { writtenDay } from './web/written-day.ts'

/**
 * Reads an e-mail: its words without its head, and the pictures in it and with it. Of a mail that is there twice, as HTML
 * and as plain text, the HTML is read. A forwarded mail's words follow under its subject. Throws a RequestProblem that
 * names the file where it is no e-mail, encrypted, or has no words.
 */
export async function readEmail(name: string, bytes: Uint8Array, report: ReportProgress): Promise<Captured> {
  const mail = await parsed(name, bytes)
  refuseEncrypted(name, mail)
  report(1, 2)
  const { text, images } = await read(name, mail, 0)
  if (text.trim() === '')
    throw refusal(name, 'has no words in it', 'If they are in an attachment, save that and import it.')
  report(2, 2)
  const header = (key: string) => mail.headers.find(found => found.key === key)?.value ?? null
  return {
    title: line.safeParse(foldAll(mail.subject ?? '')).data ?? null,
    publisher: null,
    authors: namesOf(mail.from),
    url: null,
    publishedOn: writtenDay(header('date')),
    language: languageOf(header('content-language')),
    kind: 'email',
    text,
    pages: [],
    images,
  }
}

async function parsed(name: string, bytes: Uint8Array): Promise<Email> {
  const mail = await PostalMime.parse(inKnownEncoding(bytes), { forceRfc822Attachments: true }).catch(
    () => null,
  )
  const isMail = mail?.headers.some(({ key }) =>
    /^(?:from|to|subject|date|received|message-id|mime-version|content-type)$/.test(key),
  )
  if (mail && isMail) return mail
  throw refusal(name, 'is not an e-mail', 'Save the e-mail from the mail program as .eml and import that.')
}

/** Old programs wrote letters of windows-1252 without saying so; postal-mime takes all for UTF-8. */
function inKnownEncoding(bytes: Uint8Array): Uint8Array | string {
  const letters = new TextDecoder('windows-1252').decode(bytes)
  if (/^content-type:[^\n]*(?:\n[ \t][^\n]*)*charset\s*=/im.test(letters)) return bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return letters
  }
}

function refuseEncrypted(name: string, mail: Email): void {
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  const next = 'Open it in your mail program, where it is decrypted, copy its text and paste it.'
  if (/^multipart\/encrypted/i.test(type) || /^\s*-----BEGIN PGP MESSAGE-----/.test(mail.text ?? ''))
    throw refusal(name, 'is encrypted (OpenPGP)', next)
  if (/^application\/(?:x-)?pkcs7-mime/i.test(type)) {
    const isSigned = /smime-type\s*=\s*"?signed-data/i.test(type)
    throw refusal(name, isSigned ? 'is sealed in a signature (S/MIME)' : 'is encrypted (S/MIME)', next)
  }
}

type Words = Pick<Captured, 'text' | 'images'>

/** Forwards within forwards are read so far. */
const deepest = 5

async function read(name: string, mail: Email, depth: number): Promise<Words> {
  const own = mail.html ? ofHtml(name, mail.html, mail.attachments) : ofText(mail)
  const forwarded = await Promise.all(
    mail.attachments
      .filter(({ mimeType }) => mimeType === 'message/rfc822' && depth < deepest)
      .map(async ({ content }) => {
        const inside = await PostalMime.parse(content, { forceRfc822Attachments: true }).catch(() => null)
        if (!inside) return { text: '', images: [] }
        const words = await read(name, inside, depth + 1)
        const subject = foldAll(inside.subject ?? '')
        const heading = subject === '' ? [] : [`## ${plainMarkdown(subject)}`]
        return { ...words, text: [...heading, words.text].join('\n\n') }
      }),
  )
  const all = [own, ...forwarded].filter(({ text, images }) => text !== '' || images.length > 0)
  return {
    text: all
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n\n'),
    images: all.flatMap(({ images }) => images),
  }
}

function ofText(mail: Email): Words {
  return { text: plainTextMarkdown(mail.text ?? ''), images: attachedImages(mail.attachments, new Set()) }
}

function ofHtml(name: string, html: string, attachments: readonly Attachment[]): Words {
  const { body, base } = bodyOf(name, html)
  const used = new Set<Attachment>()
  const inline = imagesIn(body, address => {
    const id = /^cid:(.+)$/i.exec(address)?.[1]
    const found = attachments.find(({ contentId }) => id !== undefined && contentId === `<${decodedId(id)}>`)
    if (!found) return null
    used.add(found)
    return { name: found.filename, mediaType: found.mimeType, bytes: bytesOf(found) }
  })
  return { text: htmlToMarkdown(body, base), images: [...inline, ...attachedImages(attachments, used)] }
}

function bodyOf(name: string, html: string): { body: DomElement; base: string | null } {
  try {
    const document = parsePage(html)
    return { body: document.body, base: document.querySelector('base[href]')?.getAttribute('href') ?? null }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refusal(
      name,
      'has elements within elements too many deep to be read',
      'Copy its text in a mail program and paste it.',
    )
  }
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** The pictures that a mail brings without showing them in its text, and that are no dots of its sender. */
function attachedImages(attachments: readonly Attachment[], used: ReadonlySet<Attachment>): CapturedImage[] {
  return attachments.flatMap((attachment, index) => {
    const ending = imageEnding(attachment.mimeType)
    const bytes = bytesOf(attachment)
    if (ending === null || used.has(attachment) || attachment.related || bytes.length < smallestImageBytes)
      return []
    return [{ name: attachment.filename ?? `attachment-${index + 1}.${ending}`, bytes, alt: '' }]
  })
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}

function namesOf(from: Address | undefined): string[] {
  const people = from?.group ?? (from ? [from] : [])
  return people.flatMap(person => line.safeParse(foldAll(person.name || (person.address ?? ''))).data ?? [])
}
