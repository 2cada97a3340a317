// What the window shows at this moment.
import { computed, signal } from '@preact/signals'
import type { LibraryDescription, LibraryLists } from '../../shared/answers.ts'
import type { Brief, Source } from '../../shared/model/records.ts'
import type { EvidenceErrors, EvidenceForm } from './evidence-form.ts'
import { kept, keptSwitch } from './kept.ts'
import { emptyLists } from './lists.ts'
import type { SaveState } from './save-queue.ts'

export type Room = 'search' | 'briefs' | 'sources' | 'evidence' | 'timeline' | 'people' | 'measures' | 'trash'
export type OpenDialog =
  | 'new-brief'
  | 'paste-source'
  | 'keys'
  | 'history'
  | 'drafts'
  | 'about'
  | 'backups'
  | 'recovery'
  | 'imported'
  | 'passphrase'
  | 'export'
  | 'issue'
  | 'issued'
  | 'changes'
  | 'decision'
  | 'person'
  | 'merge'
  | 'rules'
  | 'templates'
  | 'preferences'
  | 'palette'

/** A question that must be answered before something is done. Closed without an answer, it does nothing. */
export type Question = {
  title: string
  text: string
  /** What it is about, one by one. */
  lines?: readonly string[]
  yes: string
  no: string
  onYes: () => void
  /** What the other answer does; nothing where it is left out. */
  onNo?: () => void
  /** Whether nothing is lost by either answer. */
  isSafe?: true
}

export const room = signal<Room>('briefs')
export const lists = signal<LibraryLists>(emptyLists)
/** While the newest brief is being read at the start. */
export const isBriefOnItsWay = signal(false)
/** False while the window has read no more than it shows first. */
export const areListsWhole = signal(false)
export const description = signal<LibraryDescription | null>(null)
export const isReadOnly = computed(() => (description.value?.whyReadOnly ?? null) !== null)

export const openSource = signal<Source | null>(null)
/** The open brief with everything typed so far, which may be ahead of the disk. */
export const openBrief = signal<Brief | null>(null)
export const saveState = signal<SaveState>({ is: 'saved' })

/** The evidence form in the inspector, and what must be mended in it. */
export const evidenceForm = signal<EvidenceForm | null>(null)
export const evidenceErrors = signal<EvidenceErrors>({})

/** Evidence whose place in the source is to be scrolled to; a new object each time it is asked for. */
export const shownPlace = signal<{ id: string } | null>(null)

export const isPreviewShown = keptSwitch('preview', true)
/** What the person chose for the list column; null until they did. */
export const isListChosen = kept<boolean | null>('list', null, {
  write: isShown => (isShown === null ? '' : isShown ? 'on' : 'off'),
  read: stored => (stored === 'on' ? true : stored === 'off' ? false : undefined),
})
export const windowWidth = signal(1280)
export const openDialog = signal<OpenDialog | null>(null)
/** What was typed in the open dialog, from the very key: a window that closes in the same moment would lose it. */
export const dialogWords = signal('')
export const question = signal<Question | null>(null)

/** Closes the open dialog with whatever was typed in it. */
export function closeDialog(): void {
  openDialog.value = null
  dialogWords.value = ''
}
