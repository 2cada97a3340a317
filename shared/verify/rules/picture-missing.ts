import { attachmentAddress, attachmentOf, isAttachmentAddress } from '../../references/attachment-links.ts'
import { exampleBrief, examplePicture } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const pictureMissing: Rule = {
  name: 'picture-missing',
  severity: 'error',
  wrong:
    'A picture is not in the library as it was kept, or cannot be shown, and “Picture missing” is printed in its place.',
  mend: 'Paste the picture into the text once more, or take it out of the text.',
  examples: {
    wrong: {
      given: 'The library has no such file.',
      ...exampleBrief(`![Holdings since 2015](${attachmentAddress('b'.repeat(64))})`),
      pictures: { ['b'.repeat(64)]: null },
    },
    right: exampleBrief(`![Holdings since 2015](${examplePicture})`),
  },
  find: ({ text: { images }, pictures = {} }) =>
    images
      .filter(({ address }) => {
        if (address === null || !isAttachmentAddress(address)) return false
        const sha256 = attachmentOf(address)
        return sha256 === null || pictures[sha256] === null
      })
      .map(({ start, end, words }) => ({
        start,
        end,
        message: `${words === '' ? 'This picture' : `The picture “${words}”`} is not in the library as it was kept, and “Picture missing” is printed in its place. Paste it into the text once more, or take it out.`,
        evidence: null,
      })),
}
