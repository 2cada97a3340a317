// Disks that fail at a chosen call: for one call, for good as if the process had ended there, or by ending it.
import { type Disk, systemDisk } from '../../../main/library/durable-file.ts'

type Failure = { at: number; code: string; forGood: boolean; before?: () => void }

/** A disk whose n-th call fails, counted from 0, with everything a handle does among the calls; and how many there were. */
export function failingDisk(failure: Failure): { disk: Disk; calls: () => number } {
  let count = 0
  const step = <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) => {
    return async (...args: Args): Promise<T> => {
      const index = count++
      if (index === failure.at || (failure.forGood && index > failure.at)) {
        failure.before?.()
        throw Object.assign(new Error(`${failure.code}: no ${call.name}`), { code: failure.code })
      }
      return call(...args)
    }
  }
  const disk: Disk = {
    open: step(async function open(...asked) {
      const handle = await systemDisk.open(...asked)
      const { write, sync } = handle
      handle.write = step(write.bind(handle) as () => Promise<never>) as typeof handle.write
      handle.sync = step(sync.bind(handle))
      return handle
    }),
    link: step(systemDisk.link),
    copy: step(systemDisk.copy),
    rename: step(systemDisk.rename),
    unlink: step(systemDisk.unlink),
    flushFolder: step(systemDisk.flushFolder),
  }
  return { disk, calls: () => count }
}
