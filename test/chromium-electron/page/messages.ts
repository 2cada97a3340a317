// What passes between Node and the isolated world of a page. `text` is a structured clone, see clone-text.ts.

export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly text: string }
  | { readonly kind: 'send'; readonly channel: string; readonly text: string }
  | { readonly kind: 'accelerator'; readonly command: number }
  | {
      readonly kind: 'open'
      readonly url: string
      readonly name: string
      readonly features: string
      readonly disposition: string
    }
  | { readonly kind: 'leave'; readonly url: string }
  | { readonly kind: 'context-menu'; readonly params: ContextMenuParams }
  | { readonly kind: 'permission'; readonly id: number; readonly permission: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'window' }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'preload-failed'; readonly message: string; readonly stack: string }

export type ToPage =
  | { readonly kind: 'result'; readonly id: number; readonly ok: boolean; readonly text: string }
  | { readonly kind: 'message'; readonly channel: string; readonly text: string }
  | { readonly kind: 'accelerators'; readonly list: readonly PageAccelerator[] }

/** What a page says of the place at which a context menu is asked for; of the frame's own, in CSS px. */
export interface ContextMenuParams {
  readonly x: number
  readonly y: number
  readonly isEditable: boolean
  readonly selectionText: string
  readonly menuSourceType: 'mouse' | 'keyboard'
  readonly editFlags: Readonly<
    Record<`can${'Undo' | 'Redo' | 'Cut' | 'Copy' | 'Paste' | 'SelectAll'}`, boolean>
  >
}

/** A menu item's keys, as a page can match them. `code` is the physical key where the character may vary. */
export interface PageAccelerator {
  readonly command: number
  readonly key: string
  readonly code: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

/** What the isolated world is told when it starts. */
export interface PageSettings {
  readonly binding: string
  readonly receiver: string
  readonly side: string
  readonly mainSide: string
  readonly process: Record<string, unknown>
  /** Whether the page is to hold a window that a person closes until the app has been asked. */
  readonly holdsClosing: boolean
}
