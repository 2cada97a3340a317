import { usualLook } from '../../shared/brief/export-format.ts'
import type { Ports } from './ports.ts'

/** For a terminal, which remembers no choice and says each one. */
export const noLastExport: Ports['lastExport'] = { read: async () => usualLook, keep: async () => undefined }
