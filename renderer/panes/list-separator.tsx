import { strings } from '../ui/strings.ts'
import { listWidth } from './pane-sizes.ts'
import { Separator } from './separator.tsx'

/** Sets how wide the list of a room is; the last thing in it, at its edge. */
export function ListSeparator() {
  return <Separator label={strings.panes.list} size={listWidth} grows="right" />
}
