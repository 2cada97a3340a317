import { request } from '../bridge/bridge.ts'
import { beginCapture } from '../capture/capture-state.ts'

/** Has a piece of a page read as Markdown; null where it says no more than its words, could not be read or was broken off. */
export async function toMarkdown(html: string, text: string): Promise<string | null> {
  const work = beginCapture()
  const result = await request('brief.paste', { html, text })
  work.end()
  return result.ok ? result.value.markdown : null
}
