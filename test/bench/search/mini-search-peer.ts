// MiniSearch as its documentation has it: https://lucaong.github.io/minisearch/
import MiniSearch from 'minisearch'
import type { PlainText } from './searched-library.ts'

export function miniSearchOf(texts: readonly PlainText[]): MiniSearch<PlainText> {
  const peer = new MiniSearch<PlainText>({ fields: ['title', 'text'] })
  peer.addAll(texts)
  return peer
}
