// webContents.printToPDF's options, checked as Electron checks them, for the DevTools protocol.
import type { PrintToPDFOptions } from 'electron'
import type { Protocol } from './devtools.ts'
import { refuseUnknownKeys } from './strict.ts'

const paperInches: Record<string, readonly [width: number, height: number]> = {
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
}

const known = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]

interface TypeNames {
  boolean: boolean
  number: number
  string: string
}

function checked<N extends keyof TypeNames>(
  value: unknown,
  type: N,
  name: string,
  otherwise: TypeNames[N],
): TypeNames[N] {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== type) throw new TypeError(`${name} must be a ${type}`)
  return value as TypeNames[N]
}

function paperSize(pageSize: PrintToPDFOptions['pageSize']): readonly [number, number] {
  if (pageSize === undefined) return [8.5, 11]
  if (typeof pageSize === 'string') {
    const size = paperInches[pageSize.toLowerCase()]
    if (!size) throw new Error(`Invalid pageSize ${pageSize}`)
    return size
  }
  if (typeof pageSize !== 'object' || pageSize === null)
    throw new TypeError('pageSize must be a string or an object')
  const { width, height } = pageSize
  if (!(typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0)) {
    throw new Error('height and width properties are required for pageSize')
  }
  return [width, height]
}

/** Throws TypeError or Error where Electron would; sizes are inches. */
export function printParameters(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  refuseUnknownKeys('printToPDF option', options, known)
  const margins = options.margins ?? {}
  if (typeof margins !== 'object') throw new TypeError('margins must be an object')
  refuseUnknownKeys('printToPDF option margins.', margins, ['marginType', 'top', 'bottom', 'left', 'right'])
  const [paperWidth, paperHeight] = paperSize(options.pageSize)
  const { top, bottom, left, right } = margins
  if (
    [top, bottom].some(margin => (margin ?? 0) > paperHeight) ||
    [left, right].some(margin => (margin ?? 0) > paperWidth)
  ) {
    throw new Error('margins must be less than or equal to pageSize')
  }
  const flag = (name: keyof PrintToPDFOptions) => checked(options[name], 'boolean', name, false)
  return {
    landscape: flag('landscape'),
    displayHeaderFooter: flag('displayHeaderFooter'),
    printBackground: flag('printBackground'),
    preferCSSPageSize: flag('preferCSSPageSize'),
    generateTaggedPDF: flag('generateTaggedPDF'),
    generateDocumentOutline: flag('generateDocumentOutline'),
    headerTemplate: checked(options.headerTemplate, 'string', 'headerTemplate', ''),
    footerTemplate: checked(options.footerTemplate, 'string', 'footerTemplate', ''),
    pageRanges: checked(options.pageRanges, 'string', 'pageRanges', ''),
    scale: checked(options.scale, 'number', 'scale', 1),
    marginTop: checked(top, 'number', 'margins.top', 0.4),
    marginBottom: checked(bottom, 'number', 'margins.bottom', 0.4),
    marginLeft: checked(left, 'number', 'margins.left', 0.4),
    marginRight: checked(right, 'number', 'margins.right', 0.4),
    paperWidth,
    paperHeight,
  }
}
