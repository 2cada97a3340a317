// The tabs of the window.
import { signal } from '@preact/signals'
import type { Tabs } from './tab-list.ts'

/** One alone is not shown: it is the window. */
export const tabs = signal<Tabs>({ all: [{ room: 'briefs', open: null }], front: 0 })
