import { ImportedXmlComponent, TextRun } from 'docx'

/** A field that Word works out anew when it is asked to, with what it shows until then, in a style of characters. */
export function fieldRun(instruction: string, shown: string, style: string): TextRun {
  const part = (xml: string) => ImportedXmlComponent.fromXmlString(xml)
  return new TextRun({
    style,
    children: [
      part('<w:fldChar w:fldCharType="begin"/>'),
      part(`<w:instrText xml:space="preserve">${instruction}</w:instrText>`),
      part('<w:fldChar w:fldCharType="separate"/>'),
      shown,
      part('<w:fldChar w:fldCharType="end"/>'),
    ],
  })
}
