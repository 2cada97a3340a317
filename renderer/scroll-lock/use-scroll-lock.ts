import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { editorInWindow } from '../editor/editor-in-window.ts'
import type { ShownBlock } from '../preview/piece-view.ts'
import { lockScrolling } from './lock-scrolling.ts'

/**
 * Locks the preview in a frame, once its page is there, to the editor of the window. What it gives is to be called when all
 * blocks are shown: the first time, the preview goes where the text is.
 */
export function useScrollLock(
  frame: RefObject<HTMLIFrameElement | null>,
  isReady: boolean,
  blocks: () => readonly ShownBlock[],
): () => void {
  const lock = useRef<ReturnType<typeof lockScrolling> | null>(null)
  const isPlaced = useRef(false)
  useEffect(() => {
    const view = editorInWindow()
    if (!isReady || !frame.current || !view) return
    const made = lockScrolling(view, frame.current, blocks)
    lock.current = made
    return () => made.stop()
  }, [isReady])
  return () => {
    if (!isPlaced.current) lock.current?.follow()
    isPlaced.current = true
  }
}
