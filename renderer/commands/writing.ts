// What can be done with the open brief, and in its text.
import type { EditorView } from '@codemirror/view'
import type { Signal } from '@preact/signals'
import type { Brief } from '../../shared/model/records.ts'
import { focusTitle } from '../app/focus-work.ts'
import { toggleSourceBeside } from '../beside/beside-actions.ts'
import { deleteBrief, duplicateBrief } from '../briefs/brief-actions.ts'
import { isFocusMode, isTypewriterMode, toggleCalm } from '../calm/calm-state.ts'
import { answerChosen, toggleChecks, walkFindings } from '../checks/check-actions.ts'
import { openFindings } from '../checks/checks-state.ts'
import { editorInWindow } from '../editor/editor-in-window.ts'
import { isSmartTyping } from '../editor/smart-typing-state.ts'
import { copyBrief } from '../export/copy-brief.ts'
import { exportBrief } from '../export/export-brief.ts'
import { showExport } from '../export/export-choice.ts'
import { showIssue } from '../issuing/issue-brief.ts'
import { showIssued } from '../issuing/issued-versions.ts'
import { toggleOutline } from '../outline/outline-state.ts'
import { togglePages, togglePreview } from '../paged-view/preview-look.ts'
import { chooseSource } from '../palette/choose-source.ts'
import { isScrollLocked } from '../scroll-lock/scroll-lock-state.ts'
import { isReadOnly, openBrief, room } from '../state/desk.ts'
import type { Command } from './command.ts'
import { beginBlock, pressIn, typeSign } from './press-in-editor.ts'

/** An export goes out from any room. */
const hasBrief = () => openBrief.value !== null
const isWriting = () => room.value === 'briefs' && hasBrief()
const canWrite = () => isWriting() && !isReadOnly.value
const hasFindings = () => isWriting() && (openFindings.value?.findings.length ?? 0) > 0

export const writing: readonly Command[] = [
  { name: 'export-brief', group: 'everywhere', run: withBrief(exportBrief), isAvailable: hasBrief },
  { name: 'export-as', group: 'everywhere', run: () => showExport(), isAvailable: hasBrief },
  { name: 'copy-brief', group: 'everywhere', run: withBrief(copyBrief), isAvailable: hasBrief },
  { name: 'issue-brief', group: 'everywhere', run: showIssue, isAvailable: hasBrief },
  { name: 'show-issued', group: 'everywhere', run: () => showIssued(), isAvailable: hasBrief },
  { name: 'link-evidence', keys: '@', group: 'writing', run: inEditor(typeSign), isAvailable: canWrite },
  { name: 'insert-block', keys: '/', group: 'writing', run: inEditor(beginBlock), isAvailable: canWrite },
  { name: 'toggle-preview', group: 'writing', run: togglePreview, isAvailable: isWriting },
  { name: 'toggle-source', group: 'writing', run: toggleSourceBeside, isAvailable: isWriting },
  { name: 'open-beside', keys: 'mod+Enter', group: 'writing' },
  { name: 'paste-plain', keys: 'mod+Shift+V', group: 'writing' },
  { name: 'choose-source', group: 'writing', run: chooseSource, isAvailable: isWriting },
  { name: 'toggle-pages', group: 'writing', run: togglePages, isAvailable: isWriting },
  { name: 'toggle-scroll-lock', group: 'writing', run: () => flip(isScrollLocked) },
  { name: 'toggle-outline', group: 'writing', run: toggleOutline, isAvailable: isWriting },
  { name: 'toggle-focus', group: 'writing', run: () => flip(isFocusMode) },
  { name: 'toggle-typewriter', group: 'writing', run: () => flip(isTypewriterMode) },
  { name: 'toggle-smart-typing', group: 'writing', run: () => flip(isSmartTyping) },
  { name: 'toggle-calm', group: 'writing', run: toggleCalm, isAvailable: isWriting },
  { name: 'toggle-checks', group: 'writing', run: toggleChecks, isAvailable: isWriting },
  {
    name: 'next-finding',
    keys: 'F8',
    group: 'writing',
    run: () => walkFindings(1),
    isAvailable: hasFindings,
  },
  {
    name: 'previous-finding',
    keys: 'Shift+F8',
    group: 'writing',
    run: () => walkFindings(-1),
    isAvailable: hasFindings,
  },
  { name: 'answer-finding', keys: 'mod+F8', group: 'writing', run: answerChosen, isAvailable: hasFindings },
  { name: 'answer-in-list', keys: 'R', group: 'writing' },
  ...(
    [
      ['correct-spelling', 'mod+.'],
      ['next-prompt', 'F9'],
      ['previous-prompt', 'Shift+F9'],
      ['find-in-brief', 'mod+F'],
      ['show-reference', 'Alt+I'],
      ['open-reference', 'Alt+Enter'],
    ] as const
  ).map(
    ([name, keys]): Command => ({
      name,
      keys,
      group: 'writing',
      run: inEditor(pressIn(keys)),
      isAvailable: isWriting,
    }),
  ),
  { name: 'rename-brief', keys: 'F2', group: 'writing', run: focusTitle, isAvailable: canWrite },
  {
    name: 'duplicate-brief',
    group: 'writing',
    run: withBrief(({ id }) => duplicateBrief(id)),
    isAvailable: canWrite,
  },
  { name: 'delete-brief', group: 'writing', run: withBrief(deleteBrief), isAvailable: canWrite },
]

function withBrief(run: (brief: Brief) => unknown): () => unknown {
  return () => openBrief.value && run(openBrief.value)
}

function inEditor(run: (view: EditorView) => unknown): () => void {
  return () => {
    const view = editorInWindow()
    if (!view) return
    view.focus()
    run(view)
  }
}

function flip(choice: Signal<boolean>): void {
  choice.value = !choice.value
}
