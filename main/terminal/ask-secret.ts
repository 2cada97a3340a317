// A passphrase from a terminal: out of a file, or typed unseen; never out of the command line, which others can see.
import { readFile } from 'node:fs/promises'
import type { ReadStream } from 'node:tty'
import { RequestProblem } from '../../shared/result.ts'

/** What was typed up to Enter. Rejects where it was broken off. */
export type AskUnseen = (question: string) => Promise<string>

/**
 * The passphrase or recovery key for a library: the first line of a file (a path) where one is named, or what is typed.
 * Throws a RequestProblem where there is neither.
 */
export async function readSecret(
  library: string,
  file: string | null,
  ask: AskUnseen | null,
): Promise<string> {
  if (file !== null) {
    const text = await readFile(file, 'utf8').catch((error: Error) => {
      throw new RequestProblem(
        'unreadable',
        `The passphrase file ${file} cannot be read: ${error.message}. Nothing was changed.`,
      )
    })
    return text.split(/\r?\n/, 1)[0] ?? ''
  }
  if (ask) return ask(`Passphrase or recovery key of ${library}: `)
  throw new RequestProblem(
    'locked',
    `The library ${library} is sealed with a passphrase. Nothing was changed; name a file that holds the passphrase by --passphrase-file FILE, or type it in a terminal.`,
  )
}

/** Null where nobody is at the keyboard. */
export function unseenFrom(input: ReadStream, output: { write(text: string): void }): AskUnseen | null {
  if (!input.isTTY) return null
  return question =>
    new Promise((done, failed) => {
      output.write(question)
      let typed = ''
      const end = () => {
        input.setRawMode(false).pause().off('data', hear)
        output.write('\n')
      }
      const hear = (text: string) => {
        for (const character of text) {
          if (character === '\r' || character === '\n') {
            end()
            done(typed)
            return
          }
          // Ctrl+C and Ctrl+D reach nobody else in this mode.
          if (character === '\u0003' || character === '\u0004') {
            end()
            failed(new RequestProblem('failed', 'No passphrase was given. Nothing was changed.'))
            return
          }
          const isBackspace = character === '\u007f' || character === '\b'
          typed = isBackspace ? [...typed].slice(0, -1).join('') : typed + character
        }
      }
      input.setEncoding('utf8').setRawMode(true).resume().on('data', hear)
    })
}
