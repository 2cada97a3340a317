// How far long work is, and the means to break it off.

/** Work that may take long: `signal` breaks it off, which rejects with the signal's reason; `onProgress` is told how far it is. */
export type Watched<Stage extends string> = {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: WorkProgress<Stage>) => void) | undefined
}

export type WorkProgress<Stage extends string> = { stage: Stage; done: number; of: number }

/**
 * One stage of it: told of as it begins and whenever another hundredth is done, however many there are. Each step throws
 * where the work was broken off.
 */
export function stageOf<Stage extends string>(
  { signal, onProgress }: Watched<Stage>,
  stage: Stage,
  of: number,
) {
  let told = -1
  const at = (done: number): void => {
    signal?.throwIfAborted()
    const part = Math.floor((done * 100) / Math.max(of, 1))
    if (part === told) return
    told = part
    onProgress?.({ stage, done, of })
  }
  at(0)
  return { at }
}
