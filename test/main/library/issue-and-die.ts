// A process of its own that freezes a version of a brief and is killed at the call of the disk that it is given.
import { openLibrary } from '../../../main/library/open-library.ts'
import { failingDisk } from './failing-disk.ts'

const { folder, at, time, files } = JSON.parse(process.env.ISSUE ?? '')
const { disk } = failingDisk({
  at,
  code: 'EIO',
  forGood: true,
  before: () => process.kill(process.pid, 'SIGKILL'),
})
const library = await openLibrary({ folder, access: 'write', now: () => new Date(time), disk })
const bytes = Object.entries<string>(files).map(([name, words]) => [name, Buffer.from(words)] as const)
await library.issued.freeze('one', 1, time, new Map(bytes))
