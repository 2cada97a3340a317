import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import type { Tool } from './answer.ts'

export const ours: Tool = {
  name: 'Dispatch Box',
  claims: ['quotes en', 'speakers en', 'figures en', 'figures ja', 'dates en', 'dates ja'],
  find: findEvidence,
}
