// What a command says of itself: the comment at the head of its file.
import { readFileSync } from 'node:fs'

/** Where `--help` was typed, prints the head of the file and ends the process. @param {string} url of the file */
export function helpIfAsked(url) {
  if (!process.argv.includes('--help')) return
  console.log(headOf(readFileSync(new URL(url), 'utf8')))
  process.exit()
}

/** The comment before the first line of code, without its slashes. @param {string} source */
export function headOf(source) {
  const lines = source.split('\n')
  const end = lines.findIndex(line => !line.startsWith('//'))
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .map(line => line.replace(/^\/\/ ?/, ''))
    .join('\n')
}
