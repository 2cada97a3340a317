import { expect, test } from 'vitest'
import { bytesOfFixture, linesOf, linesOfFixture } from '../captured-words.ts'
import { throughTheDoor } from '../through-the-door.ts'

const read = (bytes: Uint8Array) => throughTheDoor('page.mhtml', bytes)

test('a page that Chromium saved with its pictures has its words, its facts and its picture', async () => {
  const captured = await read(bytesOfFixture('harbour-levy.mhtml'))
  expect(linesOf(captured)).toEqual(linesOfFixture('harbour-levy.txt'))
  expect(captured).toMatchObject({
    title: 'Marrow Bay to more than double cruise levy to pay for sea wall',
    publisher: 'The Estuary Courier',
    authors: ['Bronagh Keys', 'Tomasz Wilk'],
    url: 'https://courier.example/ports/2026/02/marrow-bay-levy?id=4471',
    publishedOn: '2026-02-17',
    language: 'en-GB',
    kind: 'html',
  })
  expect(captured.images.map(({ name, alt }) => ({ name, alt }))).toEqual([
    { name: 'quay.png', alt: 'Waves over a quay' },
  ])
  expect(Buffer.from(captured.images[0]?.bytes ?? []).equals(bytesOfFixture('quay.png'))).toBe(true)
})

test('the address is the one the page was saved from where the page itself says none', async () => {
  const page = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nSnapshot-Content-Location: https://a.example/b?utm_source=x\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Caf=E9</p>\r\n--b--\r\n`
  expect(await read(Buffer.from(page, 'latin1'))).toMatchObject({ url: 'https://a.example/b', text: 'Café' })
})

test.each([
  ['nothing', '', /“page.mhtml” is empty\./],
  [
    'words',
    'Just words',
    /“page.mhtml” is named as a saved web page, and holds plain text\. Nothing was imported/,
  ],
  [
    'a file that ends in its head',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n',
    /“page.mhtml” has no page in it/,
  ],
  [
    'a mail',
    'From: a@b.example\r\nSubject: Hello\r\nDate: Tue, 17 Feb 2026 09:00:00 +0000\r\n\r\nHello',
    /“page.mhtml” is named as a saved web page, and holds an e-mail\. Nothing was imported/,
  ],
])('%s is refused with a sentence', async (_what, text, sentence) => {
  await expect(read(Buffer.from(text))).rejects.toThrow(sentence)
})
