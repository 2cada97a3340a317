import { type PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { srgbProfile } from './srgb-profile.ts'

const name = 'sRGB IEC61966-2.1'

/** Says what the colours of a print mean, wherever and whenever it is shown (ISO 19005-3, 6.2.3). */
export function setOutputIntent({ context, catalog }: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(name),
    Info: PDFString.of(name),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}
