// The editor that is open, whose steps are kept when the window closes.
import type { BriefEditor } from './editor.ts'

export const editorToKeep: { current: BriefEditor | null } = { current: null }
