import { keptSwitch } from '../state/kept.ts'

/** Whether text and preview are scrolled together. */
export const isScrollLocked = keptSwitch('scroll-lock', true)
