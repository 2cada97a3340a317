// Lines of right-to-left text stand and move the cursor in their own direction.
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { directionOf, hasOtherScripts } from '../../shared/markdown/writing.ts'

const turned = Decoration.line({ attributes: { dir: 'rtl' } })

/** Gives each line in view that is mostly right-to-left its direction. */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      lines: DecorationSet
      constructor(view: EditorView) {
        this.lines = turnedLines(view)
      }
      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.lines = turnedLines(view)
      }
    },
    { decorations: ({ lines }) => lines },
  ),
]

function turnedLines({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      if (hasOtherScripts(line.text) && directionOf(line.text) === 'rtl')
        lines.add(line.from, line.from, turned)
      if (line.to >= to || line.number === doc.lines) break
    }
  }
  return lines.finish()
}
