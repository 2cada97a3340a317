// What a dialog asks: for files, or for one of a few buttons.
import type { FileFilter } from 'electron'

export interface FileQuestion {
  readonly kind: 'open' | 'folder' | 'save'
  readonly title: string
  readonly button: string
  /** A folder to start in, or a file to propose. */
  readonly startAt: string | undefined
  readonly multiple: boolean
  readonly showsHidden: boolean
  /** At least one; the extension `*` is every file. */
  readonly filters: readonly FileFilter[]
}

export interface ButtonQuestion {
  readonly title: string
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  /** The button that Enter presses. */
  readonly defaultButton: number
  readonly checkbox: string
  readonly isChecked: boolean
}
