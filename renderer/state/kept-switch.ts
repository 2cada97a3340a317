// Choices between on and off that a window keeps from one start to the next.
import { type Signal, signal } from '@preact/signals'

const kept = new Map<string, Signal<boolean>>()

/** A switch that is as it was left, from `recallSwitches` on; `usual` before anybody chose. */
export function keptSwitch(name: string, usual: boolean): Signal<boolean> {
  const made = signal(usual)
  kept.set(name, made)
  return made
}

/** To be called at the start, once. */
export function recallSwitches(): void {
  for (const [name, choice] of kept) {
    const stored = localStorage.getItem(name)
    if (stored !== null) choice.value = stored === 'on'
    choice.subscribe(isOn => localStorage.setItem(name, isOn ? 'on' : 'off'))
  }
}
