// What a window keeps of how it was left, from one start to the next.
import { type Signal, signal } from '@preact/signals'
import { request } from '../bridge/bridge.ts'

/** How a value is stored, and what is stored is read; undefined where it is none. */
export type Form<T> = { write: (value: T) => string; read: (stored: string) => T | undefined }

/** Names of choices and what was chosen, as the app remembers them for the window. */
type Choices = Readonly<Record<string, string>>

const recalls: ((choices: Choices) => void)[] = []
let recalled: Choices | null = null

/** A value that is as it was left, from `recallKept` on; `usual` before anybody chose. */
export function kept<T>(name: string, usual: T, { write, read }: Form<T>): Signal<T> {
  const made = signal(usual)
  const recall = (choices: Choices) => {
    const stored = choices[name]
    made.value = (stored === undefined ? undefined : read(stored)) ?? usual
    let before = made.value
    made.subscribe(value => {
      if (value !== before) keepChoice(name, write(value))
      before = value
    })
  }
  // What is loaded later is made later.
  if (recalled) recall(recalled)
  else recalls.push(recall)
  return made
}

export function keptSwitch(name: string, usual: boolean): Signal<boolean> {
  return kept(name, usual, { write: isOn => (isOn ? 'on' : 'off'), read: stored => stored === 'on' })
}

export function keptOneOf<T extends string>(name: string, usual: T, all: readonly T[]): Signal<T> {
  return kept(name, usual, { write: value => value, read: stored => all.find(each => each === stored) })
}

/** A number between two others; what is stored may be of another version, with other bounds. */
export function keptNumber(name: string, usual: number, least: number, most: number): Signal<number> {
  return kept(name, usual, {
    write: String,
    read: stored =>
      stored === '' || Number.isNaN(Number(stored))
        ? undefined
        : Math.max(least, Math.min(most, Number(stored))),
  })
}

/** Takes all of them up again, and gives what is remembered. To be called at the start, once. */
export async function recallKept(): Promise<Choices> {
  const answer = await request('window.recall', {})
  recalled = answer.ok ? answer.value : {}
  for (const recall of recalls.splice(0)) recall(recalled)
  return recalled
}

/** Remembers a choice for the next start; null takes it out. */
export function keepChoice(name: string, chosen: string | null): void {
  void request('window.keep', { choices: { [name]: chosen } })
}
