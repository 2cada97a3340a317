import { keptSwitch } from '../state/kept.ts'

export const isSmartTyping = keptSwitch('smart-typing', true)
