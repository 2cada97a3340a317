// The old container of Microsoft Office, which no reader here opens: what lies in it, told by the names of its streams.
import { refusal } from './decode-text.ts'

const mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Throws a RequestProblem where a file is such a container: an encrypted document, an old one, or a message of Outlook. */
export function refuseOle(name: string, bytes: Uint8Array): void {
  if (!mark.every((byte, index) => bytes[index] === byte)) return
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage'))
    throw refusal(
      name,
      'is encrypted with a password',
      'Open it in Word, take the password off (File › Info › Protect Document), save it and import that.',
    )
  if (has('__substg1.0_'))
    throw refusal(
      name,
      'is a message in Outlook’s own form (.msg)',
      'In the mail program save it as .eml, or drag it from the web version of Outlook.',
    )
  if (has('WordDocument'))
    throw refusal(
      name,
      'is a document of Word 2003 or older (.doc)',
      'Open it in Word or LibreOffice, save it as .docx and import that.',
    )
  throw refusal(
    name,
    'is a file of an old Office program',
    'Open it there, save it in today’s form and import that.',
  )
}
