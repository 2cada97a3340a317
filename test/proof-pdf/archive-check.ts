// PDF/A-3a as far as a program can tell it from the objects of a file (ISO 19005-3, by its clauses), written against the standard
// and not against what finishes our PDFs. What it does not see: whether a font's outlines are whole, and colours beside RGB and grey.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { fontProblems } from './font-check.ts'

const key = (name: string) => PDFName.of(name)
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '')
const textOf = (object: PDFObject | undefined) =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''

/** Actions that PDF/A allows (6.5.1). */
const actions = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm'])
const blendModes = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
)

export async function archiveProblems(bytes: Uint8Array): Promise<{ objects: number; problems: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const problems: string[] = []
  const need = (isRight: boolean, problem: string) => void (isRight || problems.push(problem))

  const head = Buffer.from(bytes.subarray(0, 20))
  need(/^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(head.toString('latin1')), '6.1.2: the head of the file')
  const { ID, Encrypt } = context.trailerInfo
  need(context.lookup(ID) instanceof PDFArray, '6.1.3: no identifier in the trailer')
  need(Encrypt === undefined, '6.1.3: encrypted')
  need(
    Buffer.from(bytes.subarray(-7)).toString('latin1').trimEnd().endsWith('%%EOF'),
    '6.1.3: words after the end',
  )
  for (const forbidden of ['AA', 'OCProperties', 'Requirements', 'NeedsRendering', 'Perms', 'AcroForm'])
    need(!catalog.has(key(forbidden)), `6.5, 6.9, 6.11: ${forbidden} in the catalog`)
  const names = catalog.lookupMaybe(key('Names'), PDFDict)
  for (const forbidden of ['JavaScript', 'AlternatePresentations'])
    need(!names?.has(key(forbidden)), `6.5, 6.10: ${forbidden} among the names`)

  colours()
  metadata()
  attachments()
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  for (const object of objects) everyObject(object)
  for (const { node } of document.getPages()) annotations(node)
  need(
    nameOf(catalog.lookupMaybe(key('MarkInfo'), PDFDict)?.get(key('Marked'))) !== 'false' &&
      String(catalog.lookupMaybe(key('MarkInfo'), PDFDict)?.get(key('Marked'))) === 'true',
    '6.7.2: not marked',
  )
  need(catalog.lookup(key('StructTreeRoot')) instanceof PDFDict, '6.7.3: no tree of tags')
  need(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(textOf(catalog.get(key('Lang')))), '6.7.4: no language')
  problems.push(...fontProblems(document))
  return { objects: objects.length, problems: [...new Set(problems)] }

  function colours(): void {
    const intents = catalog.lookupMaybe(key('OutputIntents'), PDFArray)?.asArray() ?? []
    const own = intents
      .map(each => context.lookup(each, PDFDict))
      .filter(intent => nameOf(intent.get(key('S'))) === 'GTS_PDFA1')
    need(own.length === 1, `6.2.3: ${own.length} output intents`)
    const profile = own[0]?.lookup(key('DestOutputProfile'))
    if (!(profile instanceof PDFRawStream)) return void problems.push('6.2.3: no profile')
    const icc = Buffer.from(decodePDFRawStream(profile).decode())
    need(
      icc.length >= 128 && icc.readUInt32BE(0) === icc.length,
      '6.2.3: the profile is not as long as it says',
    )
    need(
      icc.toString('latin1', 36, 40) === 'acsp' && (icc[8] ?? 9) < 5,
      '6.2.3: no profile of ICC 4 or before',
    )
    need(['mntr', 'prtr'].includes(icc.toString('latin1', 12, 16)), '6.2.3: not of a screen or a printer')
    need(icc.toString('latin1', 16, 20) === 'RGB ', '6.2.4.3: the profile is not of RGB')
    need(String(profile.dict.get(key('N'))) === '3', '6.2.3: the profile has not three channels')
  }

  function metadata(): void {
    const stream = catalog.lookup(key('Metadata'))
    if (!(stream instanceof PDFRawStream)) return void problems.push('6.6.2: no metadata')
    need(!stream.dict.has(key('Filter')), '6.6.2: metadata that are packed')
    const xmp = Buffer.from(stream.contents).toString('utf8')
    const said = (tag: string) => new RegExp(`<${tag}>(?:<rdf:Alt><rdf:li[^>]*>)?([^<]*)`).exec(xmp)?.[1]
    need(said('pdfaid:part') === '3' && said('pdfaid:conformance') === 'A', '6.6.4: does not claim PDF/A-3a')
    need(xmp.includes('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'), '6.6.4: the claim has no namespace')
    if (said('pdfuaid:part'))
      need(
        said('pdfaSchema:namespaceURI') === 'http://www.aiim.org/pdfua/ns/id/' &&
          said('pdfaProperty:name') === 'part',
        '6.6.2.3: PDF/UA is claimed and its schema not described',
      )
    const information = context.lookup(context.trailerInfo.Info, PDFDict)
    const plain = (text: string | undefined) =>
      text?.replace(/&(amp|lt|gt);/g, (_, sign: string) => ({ amp: '&', lt: '<', gt: '>' })[sign] ?? '')
    const day = (text: string) =>
      text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
    for (const [name, tag] of Object.entries({
      Title: 'dc:title',
      Subject: 'dc:description',
      Creator: 'xmp:CreatorTool',
      Producer: 'pdf:Producer',
      CreationDate: 'xmp:CreateDate',
      ModDate: 'xmp:ModifyDate',
    }))
      need(
        day(textOf(information.get(key(name)))) === plain(said(tag)),
        `6.6.3: ${name} is not what ${tag} says`,
      )
  }

  function attachments(): void {
    const associated = new Set(catalog.lookupMaybe(key('AF'), PDFArray)?.asArray().map(String))
    const tree = names?.lookupMaybe(key('EmbeddedFiles'), PDFDict)?.lookupMaybe(key('Names'), PDFArray)
    const listed: string[] = []
    for (let index = 0; index < (tree?.size() ?? 0); index += 2) {
      const name = textOf(tree?.get(index))
      listed.push(name)
      need(associated.has(String(tree?.get(index + 1))), `6.8: ${name} is not associated`)
      const specification = tree?.lookup(index + 1, PDFDict)
      need(nameOf(specification?.get(key('Type'))) === 'Filespec', `6.8: ${name} has no type`)
      for (const needed of ['F', 'UF', 'AFRelationship', 'Desc', 'EF'])
        need(specification?.has(key(needed)) === true, `6.8: ${name} without ${needed}`)
      const file = specification?.lookup(key('EF'), PDFDict).lookup(key('F'))
      if (!(file instanceof PDFRawStream)) return void problems.push(`6.8: ${name} has no content`)
      need(nameOf(file.dict.get(key('Type'))) === 'EmbeddedFile', `6.8: ${name} is no embedded file`)
      need(
        /^[a-z]+\/[a-z0-9.+-]+$/.test(nameOf(file.dict.get(key('Subtype')))),
        `6.8: ${name} has no media type`,
      )
      const parameters = file.dict.lookup(key('Params'), PDFDict)
      need(parameters.has(key('ModDate')), `6.8: ${name} has no date`)
      const size = decodePDFRawStream(file).decode().length
      need(String(parameters.get(key('Size'))) === String(size), `6.8: ${name} is not as large as it says`)
    }
    need(associated.size === listed.length, '6.8: associated files that no name leads to')
    need(String(listed) === String(listed.toSorted()), '7.9.6 of ISO 32000: names that are not in order')
  }

  /** Of an object and what stands in it; what it refers to has its own turn. */
  function everyObject(object: PDFObject): void {
    if (object instanceof PDFName) need(nameBytes(object) <= 127, `6.1.13: the name ${object} is too long`)
    if (object instanceof PDFString || object instanceof PDFHexString)
      need(object.asBytes().length <= 32_767, '6.1.13: a string that is too long')
    if (object instanceof PDFArray) for (const each of object.asArray()) everyObject(each)
    const dictionary = object instanceof PDFRawStream ? object.dict : object
    if (!(dictionary instanceof PDFDict)) return
    if (object instanceof PDFRawStream) stream(object)
    for (const [name, value] of dictionary.entries()) {
      everyObject(name)
      everyObject(value)
    }
    if (nameOf(dictionary.get(key('Type'))) === 'ExtGState' || dictionary.has(key('BM'))) graphics(dictionary)
    const action = dictionary.get(key('S'))
    if (nameOf(dictionary.get(key('Type'))) === 'Action')
      need(actions.has(nameOf(action)), `6.5.1: the action ${action}`)
    need(!dictionary.has(key('JS')), '6.5.1: a script')
  }

  function stream({ dict }: PDFRawStream): void {
    for (const external of ['F', 'FFilter', 'FDecodeParms'])
      need(!dict.has(key(external)), `6.1.7.1: a stream with ${external}`)
    const filter = dict.lookup(key('Filter'))
    const filters = filter instanceof PDFArray ? filter.asArray().map(nameOf) : [nameOf(filter)]
    need(!filters.includes('LZWDecode') && !filters.includes('Crypt'), `6.1.7.2: the filter ${filters}`)
    if (nameOf(dict.get(key('Subtype'))) === 'Image') {
      need(String(dict.get(key('Interpolate')) ?? false) === 'false', '6.2.8: an image that is interpolated')
      const space = nameOf(dict.lookup(key('ColorSpace')))
      need(space !== 'DeviceCMYK', '6.2.4.3: an image in CMYK')
    }
    for (const forbidden of ['Alternates', 'OPI', 'PS', 'Ref'])
      need(!dict.has(key(forbidden)), `6.2.8, 6.2.9: a drawing with ${forbidden}`)
  }

  function graphics(state: PDFDict): void {
    for (const forbidden of ['TR', 'HTP']) need(!state.has(key(forbidden)), `6.2.5: ${forbidden}`)
    const mode = state.lookup(key('BM'))
    need(mode === undefined || blendModes.has(nameOf(mode)), `6.2.10: the blend mode ${mode}`)
  }

  function annotations(page: PDFDict): void {
    need(!page.has(key('AA')), '6.5.2: a page with actions')
    for (const each of page.lookupMaybe(key('Annots'), PDFArray)?.asArray() ?? []) {
      const annotation = context.lookup(each, PDFDict)
      const kind = nameOf(annotation.get(key('Subtype')))
      need(kind === 'Link', `6.3.1: an annotation that is a ${kind}`)
      const flags = annotation.lookupMaybe(key('F'), PDFNumber)?.asNumber() ?? 0
      // Print, and none of Invisible, Hidden, NoView and ToggleNoView.
      need((flags & 0b1_0010_0111) === 4, `6.3.2: a link with the flags ${flags}`)
    }
  }
}

function nameBytes(name: PDFName): number {
  return Buffer.byteLength(name.decodeText())
}
