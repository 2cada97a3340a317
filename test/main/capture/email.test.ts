import { describe, expect, test } from 'vitest'
import { bytesOfFixture, linesOf } from './captured-words.ts'
import { throughTheDoor } from './through-the-door.ts'

const read = (bytes: Uint8Array | string, name = 'mail.eml') =>
  throughTheDoor(name, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)

describe('an e-mail', () => {
  test('has the words of its HTML as it shows them, with tables of data as tables', async () => {
    const captured = await read(bytesOfFixture('decision.eml'))
    expect(linesOf(captured)).toEqual([
      'Decision on the levy',
      'Dear colleagues,',
      'The board of Marrow Bay agreed on Tuesday, by 7 votes to 2, to raise the levy to €14. “It is not a popular step,” Ms Sørlie told me, “but it is an honest one.”',
      'The figures, as sent to the ministry:',
      'Year Passengers',
      '2024 1,180,000',
      '2026 (plan) 1,250,000',
      'The minutes are here.',
      'Łukasz',
    ])
    expect(captured.text).toContain('[here](https://board.example/minutes/12?lang=en)')
  })

  test('has its subject, its sender and the day it was sent', async () => {
    expect(await read(bytesOfFixture('decision.eml'))).toMatchObject({
      title: 'Decision on the levy – €14 from July',
      authors: ['Łukasz Wójcik'],
      publisher: null,
      url: null,
      publishedOn: '2026-02-18',
      language: 'en-GB',
      kind: 'email',
    })
    expect(
      (await read('From: a@b.example\r\nDate: Thu, 1 Jan 2026 23:30:00 -0800\r\n\r\nHello')).publishedOn,
    ).toBe('2026-01-01')
  })

  test('has the pictures in it and with it, and none of the dots that follow its reader', async () => {
    const { images } = await read(bytesOfFixture('decision.eml'))
    expect(images.map(({ name, alt }) => ({ name, alt }))).toEqual([
      { name: 'quay.png', alt: 'Waves over a quay' },
      { name: 'map.png', alt: '' },
    ])
    expect(Buffer.from(images[0]?.bytes ?? []).equals(bytesOfFixture('quay.png'))).toBe(true)
  })

  test('has no picture that its HTML shows as a dot, however large its file is', async () => {
    const picture = Buffer.alloc(300, 7).toString('base64')
    const part = (type: string, more: string, words: string) =>
      `--b\r\nContent-Type: ${type}\r\n${more}\r\n${words}\r\n`
    const mail = `From: a@b.example\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${part('text/html', '', '<p>Hello</p><img src="cid:dot" width="1" height="1">')}${part('image/png', 'Content-ID: <dot>\r\nContent-Transfer-Encoding: base64\r\n', picture)}--b--\r\n`
    expect(await read(mail)).toMatchObject({ text: 'Hello', images: [] })
  })

  test('in windows-1252 is read where it does not say so', async () => {
    expect(
      (await read('From: a@b.example\r\nContent-Type: text/html\r\n\r\n<p>Caf\xe9 \x80 5</p>')).text,
    ).toBe('Café € 5')
  })

  test('of an editor in the browser has its lines and what it answers', async () => {
    const mail = `From: a@b.example\r\nContent-Type: text/html\r\n\r\n<div>Hi Ann,</div><div><br></div><div>one</div><blockquote class="gmail_quote">On Monday Ann wrote:<br>why?</blockquote>`
    expect((await read(mail)).text).toBe('Hi Ann,\n\none\n\n> On Monday Ann wrote:  \n> why?')
  })

  test('of plain text keeps every word and mark, and its quotations', async () => {
    const captured = await read(bytesOfFixture('plain.eml'))
    expect(linesOf(captured)).toEqual([
      'Bonjour à tous,',
      "Le conseil a voté mardi : 7 voix contre 2. « Ce n'est pas populaire », a dit Mme Sørlie, mais *c'est* honnête. Voir https://board.example/a_b_c",
      '1. La taxe passe à 14 € 2. Le mur sera fini en 2029 - sans emprunt nouveau',
      'Le 17 février, Ann a écrit :',
      'Combien cela coûte-t-il ?',
      '212 millions, je crois.',
      '-- Łukasz',
    ])
    expect(captured.text).toContain('> Combien')
    expect(captured.authors).toEqual(['lukasz@board.example'])
  })

  test('has the words of one that it forwards under its subject', async () => {
    expect((await read(bytesOfFixture('forwarded.eml'))).text).toBe(
      'For your information.\n\n## Cost of the wall\n\nIt costs €212 million, I hear.',
    )
  })

  test('that was wrapped to flow is unwrapped, and read in its own encoding', async () => {
    const mail =
      'From: =?iso-8859-1?Q?Jos=E9?= <j@b.example>\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\n\r\nOne line that \r\nflows on.\r\nCaf\xe9.\r\n'
    const captured = await read(mail)
    expect(captured.text).toBe('One line that flows on.\nCafé.')
    expect(captured.authors).toEqual(['José'])
  })
})

const untouched = 'Nothing was imported and the file was not touched.'
const decrypt = 'Open it in your mail program, where it is decrypted, copy its text and paste it.'
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

test.each([
  ['nothing', Buffer.alloc(0), `“mail.eml” is empty. ${untouched}`],
  [
    'words',
    Buffer.from('Dear Ann, how are you?\n'),
    `“mail.eml” is named as an e-mail, and holds plain text. ${untouched} Rename it to mail.txt`,
  ],
  [
    'a PDF',
    Buffer.from('%PDF-1.7'),
    `“mail.eml” is named as an e-mail, and holds a PDF. ${untouched} Rename it to mail.pdf`,
  ],
  [
    'a message of Outlook',
    ole('__substg1.0_0037001F'),
    `and holds a message of Outlook’s own kind. ${untouched} Save the message as .eml or PDF`,
  ],
  [
    'S/MIME',
    Buffer.from(
      'From: a@b.example\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIIB',
    ),
    `“mail.eml” is encrypted (S/MIME). ${untouched} ${decrypt}`,
  ],
  [
    'OpenPGP',
    Buffer.from(
      'From: a@b.example\r\nContent-Type: multipart/encrypted; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b--',
    ),
    `“mail.eml” is encrypted (OpenPGP). ${untouched} ${decrypt}`,
  ],
  [
    'OpenPGP in its text',
    Buffer.from('From: a@b.example\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ'),
    `“mail.eml” is encrypted (OpenPGP). ${untouched} ${decrypt}`,
  ],
  [
    'a mail without words',
    Buffer.from('From: a@b.example\r\nSubject: Hi\r\n\r\n'),
    `“mail.eml” has no words in it. ${untouched} If they are in an attachment, save that and import it.`,
  ],
])('%s is refused with a sentence', async (_what, bytes, sentence) => {
  await expect(read(new Uint8Array(bytes))).rejects.toThrow(sentence)
})
