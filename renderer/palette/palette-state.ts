// What the palette chooses from.
import { signal } from '@preact/signals'
import { openDialog } from '../state/desk.ts'
import type { PaletteProvider } from './palette-item.ts'

/** What is asked for, and all that can be chosen. */
export type PaletteScope = { placeholder: string; providers: readonly PaletteProvider[] }

/** Null for everything. */
export const paletteScope = signal<PaletteScope | null>(null)

export function showPalette(): void {
  paletteScope.value = null
  openDialog.value = 'palette'
}

/** Asks for one of some things only. */
export function choosePlace(scope: PaletteScope): void {
  paletteScope.value = scope
  openDialog.value = 'palette'
}
