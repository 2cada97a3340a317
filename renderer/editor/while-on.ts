import { Compartment, type Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'
import type { Signal } from '@preact/signals'

/** An extension that the editor has for as long as a switch is on; to be made anew for each editor. */
export function whileOn(isOn: Signal<boolean>, extension: Extension): Extension {
  const place = new Compartment()
  const given = () => (isOn.peek() ? extension : [])
  const follow = ViewPlugin.define(view => {
    let isFirst = true
    const stop = isOn.subscribe(() => {
      if (!isFirst) view.dispatch({ effects: place.reconfigure(given()) })
      isFirst = false
    })
    return { destroy: stop }
  })
  return [place.of(given()), follow]
}
