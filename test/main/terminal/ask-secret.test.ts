import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadStream } from 'node:tty'
import { expect, test } from 'vitest'
import { readSecret, unseenFrom } from '../../../main/terminal/ask-secret.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** A keyboard, and what stands on the screen. */
function terminal() {
  const keyboard = Object.assign(new EventEmitter(), {
    isTTY: true,
    isRaw: false,
    setEncoding: () => keyboard,
    setRawMode: (isRaw: boolean) => Object.assign(keyboard, { isRaw }),
    resume: () => keyboard,
    pause: () => keyboard,
  })
  const screen: string[] = []
  const ask = unseenFrom(keyboard as unknown as ReadStream, { write: text => screen.push(text) })
  return { keyboard, screen, ask }
}

test('a passphrase is the first line of its file', async () => {
  const file = join(temporaryFolder(), 'passphrase')
  writeFileSync(file, 'four words and more \r\nanother line')
  expect(await readSecret('library', file, null)).toBe('four words and more ')
})

test('a file that is not there is told', async () => {
  await expect(readSecret('library', join(temporaryFolder(), 'none'), null)).rejects.toThrow('cannot be read')
})

test('a passphrase is typed unseen, and mended', async () => {
  const { keyboard, screen, ask } = terminal()
  const typed = readSecret('the library', null, ask)
  expect(keyboard.isRaw).toBe(true)
  for (const keys of ['wordz', '\u007f', 's', '\r']) keyboard.emit('data', keys)
  expect(await typed).toBe('words')
  expect(screen.join('')).toBe('Passphrase or recovery key of the library: \n')
  expect(keyboard.isRaw).toBe(false)
})

test('Ctrl+C breaks off, and the terminal is as it was', async () => {
  const { keyboard, ask } = terminal()
  const typed = readSecret('library', null, ask)
  keyboard.emit('data', '\u0003')
  await expect(typed).rejects.toThrow('No passphrase was given')
  expect(keyboard.isRaw).toBe(false)
})

test('where nobody is at the keyboard, the way by a file is told', async () => {
  expect(unseenFrom({ isTTY: false } as ReadStream, { write: () => undefined })).toBeNull()
  await expect(readSecret('library', null, null)).rejects.toThrow('--passphrase-file FILE')
})
