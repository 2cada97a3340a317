import { openBeside } from '../beside/beside-actions.ts'
import { strings } from '../ui/strings.ts'
import { choosePlace } from './palette-state.ts'
import { sourcesTo } from './record-items.ts'

/** Asks which source is to stand beside the brief. */
export function chooseSource(): void {
  choosePlace({ placeholder: strings.beside.choose, providers: [sourcesTo(openBeside)] })
}
