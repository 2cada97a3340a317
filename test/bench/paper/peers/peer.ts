import type { Brief } from '../../../../shared/model/records.ts'

/** A program that others print such a brief with. */
export type Peer = {
  /** Its name in the table. */
  name: string
  /** What ours may be of its CPU. */
  goal: number
  /** Why it cannot be asked here, with the command that helps; null where it can. */
  missing: string | null
  /** Prepares what is not measured, in a folder of its own. */
  prepare: (job: PeerJob) => Promise<PeerPrint>
}

export type PeerJob = { brief: Brief; folder: string }

/** Prints once into `pdf`; gives the milliseconds of CPU that it took. */
export type PeerPrint = { pdf: string; print: () => Promise<number> }
