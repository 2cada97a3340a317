import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** Puts a brief as it stands into the clipboard: as rich text for those who take it, else as Markdown. */
export async function copyBrief({ id }: { id: string }): Promise<void> {
  if (!(await saves.flush())) return tell('problem', strings.export.notSavedToCopy)
  const result = await request('brief.copy', { id })
  if (!result.ok) return tell('problem', result.problem.message)
  const { html, text } = result.value
  const blob = (words: string, type: string) => new Blob([words], { type })
  try {
    const item = new ClipboardItem({
      'text/html': blob(html, 'text/html'),
      'text/plain': blob(text, 'text/plain'),
    })
    await navigator.clipboard.write([item])
    tell('info', strings.export.copied)
  } catch (error) {
    tell('problem', strings.export.notCopied((error as Error).message))
  }
}
