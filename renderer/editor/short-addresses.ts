// The address of a kept file is its SHA-256, which says nothing to a person: it is drawn short, and stays whole in the text.
import type { Extension } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'

class Ellipsis extends WidgetType {
  override toDOM(): HTMLElement {
    const dots = document.createElement('span')
    dots.textContent = '…'
    return dots
  }

  override eq(): boolean {
    return true
  }
}

const restOfAddress = new MatchDecorator({
  regexp: /(?<=attachment:[0-9a-f]{6})[0-9a-f]{58}/g,
  decoration: Decoration.replace({ widget: new Ellipsis() }),
})

const shortened = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = restOfAddress.createDeco(view)
    }
    update(update: ViewUpdate): void {
      this.decorations = restOfAddress.updateDeco(update, this.decorations)
    }
  },
  { decorations: plugin => plugin.decorations },
)

/** What is hidden is passed over and deleted as one. */
export const shortAddresses: Extension = [
  shortened,
  EditorView.atomicRanges.of(view => view.plugin(shortened)?.decorations ?? Decoration.none),
]
