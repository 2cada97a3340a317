// How Markdown looks while it is written: headings larger, marks quiet.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { styleTags, tags } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'

export const markdownStyle = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading1, fontSize: '1.5em', fontWeight: '600', lineHeight: '1.3' },
    { tag: tags.heading2, fontSize: '1.25em', fontWeight: '600', lineHeight: '1.35' },
    { tag: tags.heading3, fontSize: '1.1em', fontWeight: '600' },
    { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '600' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strong, fontWeight: '600' },
    { tag: tags.strikethrough, textDecoration: 'line-through' },
    { tag: tags.monospace, fontFamily: 'var(--font-code)', fontSize: '0.88em' },
    { tag: [tags.link, tags.url], color: 'var(--accent)' },
    { tag: tags.quote, color: 'var(--ink-soft)' },
    { tag: tags.annotation, color: 'var(--accent)', fontSize: '0.8em' },
    { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
    {
      tag: [tags.processingInstruction, tags.meta, tags.contentSeparator],
      color: 'var(--ink-faint)',
      fontWeight: '400',
    },
  ]),
)

/** The calls and marks of notes, which the grammar of a brief names (shared/markdown/grammar.ts). */
export const noteLook: MarkdownConfig = {
  props: [styleTags({ 'NoteCall NoteMark': tags.annotation })],
}

export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    overflow: 'auto',
    fontFamily: 'var(--font-reading)',
    fontSize: 'var(--size-writing)',
    lineHeight: '1.65',
    scrollbarGutter: 'stable',
  },
  '.cm-content': {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: 'calc(var(--measure-px) + 2 * var(--writing-margin))',
    margin: '0 auto',
    padding: '8px 0 40vh',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0 var(--writing-margin)' },
  '.tangled-notice': {
    padding: '4px var(--writing-margin)',
    color: 'var(--ink-soft)',
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-small)',
  },
  '.cm-placeholder': { color: 'var(--ink-soft)' },
  '.prompt': { color: 'var(--ink-soft)', fontStyle: 'italic' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },

  '.chip': { borderRadius: '3px', padding: '1px 3px', margin: '0 -1px', boxDecorationBreak: 'clone' },
  '.chip-quote': { background: 'var(--quote-ground)', borderBottom: '2px solid var(--quote)' },
  '.chip-figure': { background: 'var(--figure-ground)', borderBottom: '3px double var(--figure)' },
  '.chip-event': { background: 'var(--event-ground)', borderBottom: '2px dashed var(--event)' },
  '.chip-source, .chip-brief, .chip-person': {
    background: 'var(--source-ground)',
    borderBottom: '1px solid var(--source)',
  },
  // No source is behind it yet.
  '.chip-unfinished': { background: 'none', outline: '1.5px dashed var(--warn)', outlineOffset: '-1px' },
  '.chip-missing': {
    background: 'var(--bad-ground)',
    color: 'var(--bad)',
    borderBottom: '2px dotted var(--bad)',
  },
  '.chip-attribution': { color: 'var(--ink-soft)', fontSize: '0.85em' },
  '.chip-syntax': { color: 'var(--ink-soft)', fontFamily: 'var(--font-code)', fontSize: '0.72em' },

  '.cm-tooltip': { border: 'none', background: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    border: '1px solid var(--line)',
    borderRadius: '10px',
    background: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    padding: '4px',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-text)',
    maxHeight: '22em',
    width: 'min(30rem, 80vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li.picker-option': {
    display: 'grid',
    gridTemplateColumns: '3.75rem minmax(0, 1fr)',
    columnGap: '10px',
    alignItems: 'baseline',
    padding: '7px 10px',
    borderRadius: '6px',
    lineHeight: '1.4',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected].picker-option': {
    background: 'var(--selected)',
    color: 'var(--ink)',
  },
  '.cm-completionLabel': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    gridColumn: '2',
  },
  '.cm-completionDetail': {
    gridColumn: '2',
    margin: '0',
    color: 'var(--ink-soft)',
    fontSize: 'var(--size-small)',
    fontStyle: 'normal',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.picker-kind': { gridRow: '1', gridColumn: '1', fontSize: 'var(--size-small)', fontWeight: '500' },
  '.picker-quote .picker-kind': { color: 'var(--quote)' },
  '.picker-figure .picker-kind': { color: 'var(--figure)' },
  '.picker-event .picker-kind': { color: 'var(--event)' },
  '.picker-source .picker-kind, .picker-person .picker-kind, .picker-brief .picker-kind': {
    color: 'var(--source)',
  },

  '.cm-panels': {
    background: 'var(--surface)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-label)',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '10px 40px 10px var(--writing-margin)',
  },
  '.cm-panel.cm-search :is(.cm-textfield, .cm-button, label)': { fontFamily: 'inherit' },
  // Find on the first line, replace on the second, the choices after them.
  '.cm-panel.cm-search br': { order: '1', flexBasis: '100%', width: '100%', height: '0' },
  '.cm-panel.cm-search :is([name=replace], [name=replaceAll])': { order: '2' },
  '.cm-panel.cm-search :is(label, [name=select])': { order: '3' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: 'inherit',
    margin: '0',
  },
  '.cm-panel.cm-search input[type=checkbox]': { margin: '0' },
  '.cm-panel.cm-search .cm-textfield': {
    minWidth: '10rem',
    flex: '1 1 10rem',
    margin: '0',
    padding: '5px 9px',
    border: '1px solid var(--line-field)',
    borderRadius: 'var(--radius)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search .cm-textfield::placeholder': { color: 'var(--ink-soft)', opacity: '1' },
  '.cm-panel.cm-search .cm-button': {
    margin: '0',
    padding: '5px 10px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    background: 'var(--raised)',
    color: 'var(--ink)',
    fontSize: 'inherit',
    backgroundImage: 'none',
  },
  '.cm-panel.cm-search [name=close]': {
    top: '8px',
    right: '12px',
    width: '28px',
    height: '28px',
    color: 'var(--ink-soft)',
    fontSize: '18px',
  },
  '.cm-panel.cm-search :focus-visible': { outline: '2px solid var(--ring)', outlineOffset: '1px' },
  '.cm-searchMatch': { background: 'var(--warn-ground)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { background: 'var(--selection)' },
})
