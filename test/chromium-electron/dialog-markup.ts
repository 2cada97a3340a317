// How a dialog looks that is a page of its own. Keys: arrows walk the list, Enter chooses, Escape cancels.
import type { ButtonQuestion, FileQuestion } from './dialog-question.ts'
import type { Folder } from './folder-listing.ts'

/** What the page sends when something was pressed. */
export interface Pressed {
  readonly action: 'go' | 'filter' | 'choose' | 'button' | 'cancel'
  /** The folder gone to, or the number of the button. */
  readonly value: string
  /** Of the files chosen, or of the one to save. */
  readonly names: readonly string[]
  readonly filter: number
  readonly isChecked: boolean
}

const escaped = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

const style = `
  :root { color-scheme: light dark; --line: light-dark(#d5d3ce, #47474b); --accent: light-dark(#23262f, #e4e4e7) }
  * { box-sizing: border-box }
  html { background: light-dark(#fbfaf8, #1b1b1d); color: light-dark(#23262f, #e4e4e7) }
  body { margin: 0; font: 14px/1.45 system-ui, sans-serif }
  form { display: flex; flex-direction: column; gap: 12px; padding: 20px }
  form.files { height: 100vh }
  h1, p { margin: 0; overflow-wrap: anywhere }
  h1 { font-size: 16px; font-weight: 600 }
  p, .mark { color: light-dark(#5c5e66, #a5a6ad) }
  p[role=alert] { color: light-dark(#9b2c1f, #ff9d8f) }
  ul { flex: 1; min-height: 0; margin: 0; padding: 4px; overflow: auto; list-style: none; border: 1px solid var(--line);
    border-radius: 6px; background: light-dark(#fff, #232326) }
  ul button, ul label { display: flex; width: 100%; gap: 8px; padding: 5px 8px; border: 0; border-radius: 4px; background: none;
    color: inherit; font: inherit; text-align: start }
  ul :is(button, label):hover { background: light-dark(#f1efeb, #303034) }
  ul label:has(:checked) { background: light-dark(#e6e9f5, #343a52) }
  .mark { width: 13px; text-align: center }
  :focus-visible { outline: 2px solid light-dark(#3b5bdb, #91a7ff); outline-offset: -1px }
  ul label:has(:focus-visible) { outline: 2px solid light-dark(#3b5bdb, #91a7ff); outline-offset: -1px }
  ul input { margin: 0 }
  input[name=file], select { width: 100%; padding: 7px 9px; border: 1px solid var(--line); border-radius: 6px; font: inherit;
    background: light-dark(#fff, #232326); color: inherit }
  footer { display: flex; gap: 8px; justify-content: end }
  footer select { width: auto; margin-inline-end: auto; max-width: 50% }
  footer button { padding: 7px 16px; border: 1px solid var(--line); border-radius: 6px; font: inherit; color: inherit;
    background: light-dark(#fff, #2b2b2f) }
  footer button.default { border-color: var(--accent); background: var(--accent); color: light-dark(#fff, #1b1b1d) }`

// In a block, since each page that is shown comes into the same global scope as the one before.
const script = `{
  const form = document.querySelector('form')
  const rows = [...document.querySelectorAll('ul button, ul input')]
  const send = (action, value = '') => {
    const typed = form.elements.file
    answer(JSON.stringify({
      action,
      value,
      names: typed ? [typed.value] : [...form.querySelectorAll('ul :checked')].map(input => input.value),
      filter: form.elements.filter?.selectedIndex ?? 0,
      isChecked: form.elements.checkbox?.checked ?? false,
    }))
  }
  form.onsubmit = event => {
    event.preventDefault()
    send(event.submitter.name, event.submitter.value)
  }
  form.onchange = event => { if (event.target.name === 'filter') send('filter') }
  form.ondblclick = event => {
    const input = event.target.closest('label')?.querySelector('[name=chosen]')
    if (!input) return
    input.checked = true
    send('choose')
  }
  for (const row of document.querySelectorAll('[data-name]'))
    row.onclick = () => { form.elements.file.value = row.dataset.name; form.elements.file.focus() }
  onkeydown = event => {
    if (event.key === 'Escape') return send('cancel')
    if (event.key === 'Backspace' && event.target !== form.elements.file && rows.length) return send('go', '..')
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.target.name === 'filter' || rows.length === 0) return
    event.preventDefault()
    const row = rows[Math.min(Math.max(rows.indexOf(event.target) + step, 0), rows.length - 1)]
    row.focus()
    if (row.type === 'radio') row.checked = true
  }
  const first = document.querySelector('[data-first]')
  first?.focus()
  if (first?.name === 'file') first.setSelectionRange(0, first.value.replace(/\\.[^.]*$/, '').length)
}`

const page = (title: string, kind: 'files' | 'buttons', body: string) =>
  `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style>
  <form class="${kind}">${body}</form><script>${script}</script>`

export function buttonPage(question: ButtonQuestion): string {
  const { title, message, detail, buttons, defaultButton, checkbox, isChecked } = question
  const choices = buttons.map((label, index) => {
    const isDefault = index === defaultButton ? ' class="default" data-first' : ''
    return `<button name="button" value="${index}"${isDefault}>${escaped(label)}</button>`
  })
  const box = `<label><input type="checkbox" name="checkbox"${isChecked ? ' checked' : ''}> ${escaped(checkbox)}</label>`
  return page(
    title || message,
    'buttons',
    `<h1>${escaped(message)}</h1>${detail ? `<p>${escaped(detail)}</p>` : ''}${checkbox ? box : ''}
    <footer>${choices.join('')}</footer>`,
  )
}

/** `proposed` is a name to save by; `warning` is said above the buttons. */
export function filePage(
  question: FileQuestion,
  folder: Folder,
  chosenFilter: number,
  proposed: string,
  warning: string,
): string {
  const { kind, multiple, button, title, filters } = question
  const folders = ['..', ...folder.folders].map(
    (name, index) =>
      `<li><button name="go" value="${escaped(name)}"${index === 0 && kind !== 'save' ? ' data-first' : ''}>
      <span class="mark">${name === '..' ? '↑' : '▸'}</span>${name === '..' ? 'Up one folder' : escaped(name)}</button>`,
  )
  const files = folder.files.map(name =>
    kind === 'save'
      ? `<li><button type="button" data-name="${escaped(name)}"><span class="mark"></span>${escaped(name)}</button>`
      : `<li><label><input type="${multiple ? 'checkbox' : 'radio'}" name="chosen" value="${escaped(name)}">${escaped(name)}</label>`,
  )
  const field = `<input name="file" aria-label="Name" data-first value="${escaped(proposed)}">`
  const options = filters.map(
    ({ name }, index) => `<option${index === chosenFilter ? ' selected' : ''}>${escaped(name)}</option>`,
  )
  // The first button of a form is the one that Enter presses.
  return page(
    title,
    'files',
    `<button name="choose" hidden></button><h1>${escaped(title)}</h1><p>${escaped(folder.path)}</p>
    <ul>${[...folders, ...files].join('')}</ul>${kind === 'save' ? field : ''}
    ${warning ? `<p role="alert">${escaped(warning)}</p>` : ''}
    <footer>${kind !== 'folder' && options.length > 1 ? `<select name="filter" aria-label="Files">${options.join('')}</select>` : ''}
    <button name="cancel">Cancel</button><button name="choose" class="default">${escaped(button)}</button></footer>`,
  )
}
