// Words to the person that do not block: each stays until it is dismissed, or a while where nothing is to be done.
import { signal } from '@preact/signals'

export type Notice = {
  id: number
  tone: 'info' | 'problem'
  text: string
  lines: readonly string[]
  action: NoticeAction | null
}

/** What can be done about it, once. */
export type NoticeAction = { label: string; onPress: () => void }

const shownFor = 6000
/** Long enough to notice that the wrong thing went. */
const shownForWithAction = 12_000

export const notices = signal<readonly Notice[]>([])

let lastId = 0

/** Says something in passing; `lines` are details under it. A problem stays until it is dismissed. */
export function tell(...said: Parameters<typeof showNotice>): void {
  showNotice(...said)
}

/** The same; gives the notice's id, by which it is dismissed once it is no longer true. */
export function showNotice(
  tone: Notice['tone'],
  text: string,
  lines: readonly string[] = [],
  action: NoticeAction | null = null,
): number {
  const id = ++lastId
  notices.value = [...notices.value, { id, tone, text, lines, action }]
  if (tone === 'info') setTimeout(() => dismissNotice(id), action ? shownForWithAction : shownFor)
  return id
}

/** Dismisses the notice that was said last; false where there is none. */
export function dismissNewest(): boolean {
  const newest = notices.value.at(-1)
  if (newest) dismissNotice(newest.id)
  return newest !== undefined
}

export function dismissNotice(id: number): void {
  notices.value = notices.value.filter(notice => notice.id !== id)
}
