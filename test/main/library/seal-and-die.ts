// A process of its own that seals a library and is killed at the step it is given.
import { resealLibrary } from '../../../main/library/reseal-library.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { sealWith } from '../../../main/library/sealed.ts'

const { folder, at, key, description } = JSON.parse(process.env.SEAL ?? '')
await resealLibrary({
  folder,
  from: plainSeal,
  to: sealWith(new Uint8Array(Buffer.from(key, 'base64'))),
  description,
  step: name => {
    if (name === at) process.kill(process.pid, 'SIGKILL')
  },
})
