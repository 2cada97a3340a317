// What is done to a person's own templates.
import { request } from '../bridge/bridge.ts'
import { openDialog } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { refreshTemplates } from '../state/templates.ts'
import { strings } from '../ui/strings.ts'

export async function showTemplates(): Promise<void> {
  await refreshTemplates()
  openDialog.value = 'templates'
}

export async function addTemplate(): Promise<void> {
  const result = await request('template.add', {})
  if (!result.ok) return tell('problem', result.problem.message)
  if (result.value === null) return
  const { name, isReplaced } = result.value
  const texts = strings.templates
  if (isReplaced) tell('info', texts.replaced(name), [], undoOf(name))
  else tell('info', texts.added(name))
  await refreshTemplates()
}

/** Gives why it was refused; null where it is one now. */
export async function keepAsTemplate(brief: string, title: string): Promise<string | null> {
  const result = await request('template.keep', { brief, title })
  if (!result.ok) return result.problem.message
  tell('info', strings.templates.kept(title))
  await refreshTemplates()
  return null
}

export async function saveTemplate(name: string): Promise<void> {
  const result = await request('template.save', { name })
  if (!result.ok) tell('problem', result.problem.message)
  else if (result.value) tell('info', strings.templates.saved(result.value.file))
}

export async function removeTemplate(name: string, title: string): Promise<void> {
  const result = await request('template.remove', { name })
  if (result.ok) tell('info', strings.templates.movedToTrash(title), [], undoOf(name))
  else tell('problem', result.problem.message)
  await refreshTemplates()
}

export async function restoreTemplate(name: string): Promise<void> {
  const result = await request('template.restore', { name })
  if (!result.ok) tell('problem', result.problem.message)
  await refreshTemplates()
}

function undoOf(name: string) {
  return { label: strings.actions.undo, onPress: () => void restoreTemplate(name) }
}
