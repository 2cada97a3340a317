// The parts of the window that no first frame needs: loaded right after it, or when they are asked for.
import { type ReadonlySignal, signal } from '@preact/signals'

type Part<Module> = {
  /** Its code; null until it is there, and whoever shows it is drawn anew then. */
  code: ReadonlySignal<Module | null>
  /** Loads it, once however often it is called; rejects where that fails, and the next call tries again. */
  load: () => Promise<void>
}

function later<Module>(take: () => Promise<Module>): Part<Module> {
  const code = signal<Module | null>(null)
  let loaded: Promise<void> | null = null
  return {
    code,
    load: () => {
      loaded ??= take().then(
        module => {
          code.value = module
        },
        (error: unknown) => {
          loaded = null
          throw error
        },
      )
      return loaded
    },
  }
}

/** An open brief, with the editor. */
export const briefDesk = later(() => import('../editor/brief-desk.tsx'))
export const outline = later(() => import('../outline/outline.tsx'))
/** All rooms but that of the briefs, and whatever opens over a room. */
export const otherRooms = later(() => import('./other-rooms.tsx'))
export const overlays = later(() => import('./overlays.tsx'))

/** What a brief is written with. */
export async function loadDesk(): Promise<void> {
  await Promise.all([briefDesk.load(), outline.load()])
}

/** Everything. What cannot be loaded keeps nothing else away, and is loaded once it is asked for. */
export async function loadRest(): Promise<void> {
  await Promise.allSettled([loadDesk(), otherRooms.load(), overlays.load()])
}
