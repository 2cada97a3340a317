// The words of a captured text as a person reads them, block by block, to compare with those of the original.
import { readFileSync } from 'node:fs'
import type { Captured } from '../../../main/capture/captured.ts'
import { wordsBetween } from '../../../shared/markdown/words-as-read.ts'

/** Blocks as read, a line each; the bars of tables are no words. */
export function linesOf({ text, kind }: Pick<Captured, 'text' | 'kind'>): string[] {
  return lines(wordsBetween({ text, kind }, 0, text.length))
}

/** The lines of an original text in the fixtures. */
export function linesOfFixture(name: string): string[] {
  return lines(readFileSync(`test/fixtures/capture/${name}`, 'utf8'))
}

export function bytesOfFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`test/fixtures/capture/${name}`))
}

function lines(words: string): string[] {
  return words
    .split('\n')
    .map(line => line.replaceAll('|', ' ').replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
}
