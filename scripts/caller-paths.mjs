// The folders that a command line names, taken from where its caller stands.
import { resolve } from 'node:path'

const folderOptions = ['--library', '--user-data-dir']

/**
 * The words with every folder written out whole, as `--library=DIR` whichever way it was given. Throws where a folder
 * is named by nothing.
 * @param {readonly string[]} words
 * @param {string} folder
 * @returns {string[]}
 */
export function resolvePaths(words, folder) {
  /** @type {string[]} */
  const resolved = []
  for (const word of words) {
    const last = resolved.at(-1) ?? ''
    const option = folderOptions.find(name => word.startsWith(`${name}=`))
    if (folderOptions.includes(last)) resolved[resolved.length - 1] = whole(last, word)
    else if (option) resolved.push(whole(option, word.slice(option.length + 1)))
    else resolved.push(word)
  }
  const last = resolved.at(-1) ?? ''
  return folderOptions.includes(last) ? [...resolved.slice(0, -1), whole(last, '')] : resolved

  /** @param {string} option @param {string} named */
  function whole(option, named) {
    if (named === '') throw new Error(`${option} names no folder.`)
    return `${option}=${resolve(folder, named)}`
  }
}
