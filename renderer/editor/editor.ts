// The Markdown editor: CodeMirror set up for briefs.
import { closeCompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, type StateEffect } from '@codemirror/state'
import {
  drawSelection,
  dropCursor,
  EditorView,
  type EditorViewConfig,
  type KeyBinding,
  keymap,
  placeholder,
} from '@codemirror/view'
import type { LibraryLists } from '../../shared/answers.ts'
import { directiveGrammar, noteGrammar } from '../../shared/markdown/grammar.ts'
import { menuCommands, menuKeys } from '../../shared/menu-keys.ts'
import type { Finding, TextEdit } from '../../shared/verify/finding.ts'
import { referenceMenu } from '../context-menu/reference-menu.ts'
import { pastePages } from '../paste/paste-page.ts'
import { toMarkdown } from '../paste/to-markdown.ts'
import { spellingInText } from '../spelling/spelling-in-text.ts'
import { tablesInText } from '../tables/tables-in-text.ts'
import { strings } from '../ui/strings.ts'
import { apartFromBlocks, deleteBlock } from './block-lines.ts'
import { blockMenu, blockMenuState } from './block-menu.ts'
import { changesBetween } from './changes-between.ts'
import { putInWindow } from './editor-in-window.ts'
import { endList } from './end-list.ts'
import { choices, evidencePicker } from './evidence-picker.ts'
import { findingsInText, rangeOf, showFindings } from './findings-in-text.ts'
import type { Linkable } from './insertion.ts'
import { keepReferences } from './keep-references.ts'
import { keepSteps, keptHistory, recallSteps, rememberedFields } from './kept-history.ts'
import { lineDirection } from './line-direction.ts'
import { editorTheme, markdownStyle, noteLook } from './markdown-style.ts'
import { markdownUnlessTangled } from './markdown-unless-tangled.ts'
import { nextPrompt, promptKeys, prompts } from './prompts.ts'
import { referenceAt } from './reference-at.ts'
import { referenceCards } from './reference-card.tsx'
import { deleteChip, referenceChips, referencesChanged } from './reference-chips.ts'
import { shortAddresses } from './short-addresses.ts'
import { recordOfId, shownRecord } from './shown-record.ts'
import { smartTyping } from './smart-typing.ts'
import { takePictures } from './take-pictures.ts'
import { putReferences, takeReferences } from './take-references.ts'
import { writingModes } from './writing-modes.ts'

export type BriefEditor = {
  focus(): void
  /** Shows the chips anew after records changed. */
  refreshReferences(): void
  /** Puts another text in the place of what stands there, as one step that can be undone. */
  showText(text: string): void
  /** Puts the cursor at the start of a line, counted from 1, and brings it into view. */
  showLine(line: number): void
  /** Selects a range (UTF-16 code units, end exclusive), and brings it to the middle. */
  showWords(place: { start: number; end: number }): void
  /** Underlines the words that findings are about. */
  showFindings(findings: readonly Finding[]): void
  /** Selects the words that a finding is about, and brings them into view. */
  selectFinding(finding: Finding): void
  /** Makes edits as one step that can be undone. */
  edit(edits: readonly TextEdit[]): void
  /** Links evidence where the cursor is, as one step that can be undone. */
  link(items: readonly Linkable[]): void
  /** Where the writing stands, to go on from there in another editor of the same text. */
  remember(): RememberedWriting
  /** Keeps the steps that can be undone for another session of the day. */
  keepSteps(): Promise<void>
  destroy(): void
}

/** The cursor, the steps that can be undone, and what was in view. */
export type RememberedWriting = { state: unknown; scroll: StateEffect<unknown> }

/**
 * Opens an editor inside `place`. It lives in a shadow root, where CodeMirror takes its styles as adopted style sheets:
 * in the document it would write a style element, which the content security policy refuses.
 */
export function createEditor(options: {
  place: HTMLElement
  /** The id of the brief. */
  brief: string
  text: string
  /** Taken up where it is of the same text. */
  remembered?: RememberedWriting | undefined
  /** Nobody has written in it yet: the cursor goes to the first prompt. */
  isNew: boolean
  isReadOnly: boolean
  lists: () => LibraryLists
  onChange: (text: string) => void
  /** Hears where the cursor is (UTF-16 code units), once what was typed before it is told. */
  onCursor: (offset: number) => void
  onOpen: (id: string) => void
  /** Keeps a picture that was put into the text, and gives its SHA-256; null where it was refused. */
  keepPicture: (file: File) => Promise<string | null>
  onLatePicture: () => void
  onLatePaste: () => void
  onPicturesLeftOut: (count: number) => void
}): BriefEditor {
  const root = options.place.shadowRoot ?? options.place.attachShadow({ mode: 'open' })
  const cards = referenceCards(options.lists)
  const view = new EditorView({
    parent: root,
    root,
    ...beginning(options.text, options.remembered, [
      keptHistory(),
      drawSelection(),
      dropCursor(),
      EditorView.lineWrapping,
      lineDirection,
      EditorState.allowMultipleSelections.of(true),
      EditorState.readOnly.of(options.isReadOnly),
      EditorState.phrases.of(strings.find),
      // An empty `completeHTMLTags` menu would open on every "<".
      markdownUnlessTangled(
        options.text,
        markdown({
          base: markdownLanguage,
          extensions: [directiveGrammar, noteGrammar, noteLook],
          completeHTMLTags: false,
          // It stands among the other keys below.
          addKeymap: false,
        }),
        strings.editor.tangled,
      ),
      markdownStyle,
      editorTheme,
      search({ top: true }),
      highlightSelectionMatches(),
      placeholder(strings.editor.placeholder),
      // Before the picker, which takes Escape also while it has nothing to show.
      tablesInText,
      pastePages({
        known: id => recordOfId(options.lists(), id),
        toMarkdown,
        onLeftOut: options.onPicturesLeftOut,
        onLate: options.onLatePaste,
      }),
      blockMenuState,
      choices(evidencePicker(options.brief, options.lists), blockMenu(options.lists)),
      keepReferences,
      apartFromBlocks,
      prompts,
      writingModes(),
      smartTyping(),
      findingsInText,
      spellingInText,
      shortAddresses,
      takeReferences(options.lists),
      takePictures({
        keep: options.keepPicture,
        waiting: strings.editor.keepingPicture,
        onLate: options.onLatePicture,
      }),
      referenceChips({
        describe: (kind, id) => shownRecord(options.lists(), kind, id),
        missing: strings.editor.missing,
        onOpen: options.onOpen,
      }),
      referenceMenu,
      cards.extension,
      keymap.of([
        ...cards.keys,
        { key: 'Alt-Enter', run: openReference },
        ...promptKeys,
        { key: 'Backspace', run: deleteChip('before') },
        { key: 'Delete', run: deleteChip('after') },
        { key: 'Backspace', run: deleteBlock('before') },
        { key: 'Delete', run: deleteBlock('after') },
        ...completionKeymap,
        ...searchKeymap.filter(isFree),
        { key: 'Enter', run: endList },
        ...markdownKeymap,
        ...historyKeymap,
        ...defaultKeymap.filter(isFree),
      ]),
      EditorView.contentAttributes.of({
        'aria-label': strings.editor.label,
        // What scrolls must be reached by the keyboard, also for those who do not know that this text can be written in.
        tabindex: '0',
        spellcheck: 'false',
        autocorrect: 'off',
      }),
      EditorView.updateListener.of(update => {
        if (update.docChanged) options.onChange(update.state.doc.toString())
        if (update.selectionSet || update.docChanged || update.focusChanged)
          options.onCursor(update.state.selection.main.head)
        // Chips open around the cursor only while the text has the focus.
        if (update.focusChanged) queueMicrotask(() => view.dispatch({ effects: referencesChanged.of(null) }))
      }),
      EditorView.domEventHandlers({
        blur: (_event, blurred) => {
          if (completionStatus(blurred.state) !== null) closeCompletion(blurred)
          return false
        },
      }),
    ]),
  })

  const leaveWindow = putInWindow(view)
  if (options.isNew) nextPrompt(view)
  else if (!options.remembered && !options.isReadOnly) void recallSteps(options.brief, view)

  function openReference(): boolean {
    const reference = referenceAt(view.state, view.state.selection.main.head)
    if (reference) options.onOpen(reference.id)
    return reference !== null
  }

  let isDestroyed = false
  return {
    focus: () => view.focus(),
    refreshReferences: () => {
      if (!isDestroyed) view.dispatch({ effects: referencesChanged.of(null) })
    },
    showText(text) {
      // Only what differs, so that the cursor stays with the words around it.
      view.dispatch({ changes: changesBetween(view.state.doc.toString(), text) })
    },
    showLine(line) {
      const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)))
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.focus()
    },
    showWords({ start, end }) {
      const { length } = view.state.doc
      const [anchor, head] = [Math.min(start, length), Math.min(end, length)]
      view.dispatch({
        selection: { anchor, head },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      })
      view.focus()
    },
    showFindings: findings => showFindings(view, findings),
    selectFinding(finding) {
      const { from, to } = rangeOf(finding, view.state.doc)
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.focus()
    },
    edit(edits) {
      const changes = edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }))
      view.dispatch({ changes, userEvent: 'input.mend', scrollIntoView: true })
      view.focus()
    },
    link: items => putReferences(view, items, null),
    remember: () => ({ state: view.state.toJSON(rememberedFields), scroll: view.scrollSnapshot() }),
    keepSteps: () => (options.isReadOnly ? Promise.resolve() : keepSteps(options.brief, view.state)),
    destroy() {
      isDestroyed = true
      leaveWindow()
      view.destroy()
    },
  }
}

function beginning(
  text: string,
  remembered: RememberedWriting | undefined,
  extensions: Extension,
): Pick<EditorViewConfig, 'state' | 'scrollTo'> {
  if (remembered) {
    const state = EditorState.fromJSON(remembered.state, { extensions }, rememberedFields)
    if (state.doc.toString() === text) return { state, scrollTo: remembered.scroll }
  }
  return { state: EditorState.create({ doc: text, extensions }) }
}

/** Keys that the menu has, as CodeMirror writes them: it would act on them too. */
const menuOwned = new Set(
  menuCommands.flatMap(command => {
    const keys = menuKeys(command, navigator.platform.startsWith('Mac'))?.split('+') ?? []
    const key = keys.pop()
    if (key === undefined) return []
    const named =
      { Left: 'ArrowLeft', Right: 'ArrowRight' }[key] ?? (key.length === 1 ? key.toLowerCase() : key)
    return [...keys.map(held => (held === 'mod' ? 'Mod' : held)), named].join('-')
  }),
)
const isFree = ({ key = '' }: KeyBinding) => !menuOwned.has(key)
