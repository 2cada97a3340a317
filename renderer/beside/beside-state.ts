// Whether a source stands beside the open brief, in the place of the preview.
import { keptSwitch } from '../state/kept.ts'

export const isSourceBeside = keptSwitch('source-beside', false)
