// The text of a Word document in the form that mammoth reads. It knows raised text by `w:vertAlign` alone, reads hidden text,
// and passes over fields and formulas with the words in them (ECMA-376, part 1: 17.3.2, 17.16.19, 22.1).

/** The XML of a part with text (the document, its notes): what a reader of the page sees is there as runs of text. */
export function withReadableRuns(xml: string): string {
  return withRaised(withoutHidden(withoutFields(withFormulas(withoutFormerLooks(xml)))))
}

/** How a run looked before a tracked change, in properties within its properties. */
function withoutFormerLooks(xml: string): string {
  return xml.replace(/<w:rPrChange(?:\s[^>]*)?>[\s\S]*?<\/w:rPrChange>/g, '')
}

/** Half points by which a run stands above or below its line, from which on it is a raised or a lowered one. */
const leastShift = 4

/** LibreOffice raises text by its place alone. */
function withRaised(xml: string): string {
  return xml.replace(/<w:rPr>([\s\S]*?)<\/w:rPr>/g, (whole, properties: string) => {
    const shift = Number(/<w:position\s+w:val="(-?\d+)"/.exec(properties)?.[1] ?? 0)
    if (Math.abs(shift) < leastShift || properties.includes('<w:vertAlign')) return whole
    const place = shift > 0 ? 'superscript' : 'subscript'
    return `<w:rPr>${properties}<w:vertAlign w:val="${place}"/></w:rPr>`
  })
}

/** Runs that are not shown; one with a text box in it is left, whose words are. */
function withoutHidden(xml: string): string {
  const run = /<w:r(?:\s[^>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>[\s\S]*?(?:<\/w:r>|(?=<w:r[\s>]))/g
  return xml.replace(run, (whole, properties: string) =>
    isHidden.test(properties) && whole.endsWith('</w:r>') ? '' : whole,
  )
}

const isHidden = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** A simple field, such as a date, is its result. */
function withoutFields(xml: string): string {
  return xml.replace(/<\/?w:fldSimple(?:\s[^>]*)?>/g, '')
}

/** A formula in one line: a fraction with its stroke, powers and indices raised and lowered. */
function withFormulas(xml: string): string {
  return xml
    .replace(/<m:oMathParaPr>[\s\S]*?<\/m:oMathParaPr>/g, '')
    .replace(/<\/?m:oMathPara(?:\s[^>]*)?>/g, '')
    .replace(/<m:oMath(?:\s[^>]*)?>([\s\S]*?)<\/m:oMath>/g, (_, formula: string) => inOneLine(formula))
}

/** What stands before a part of a formula, by the name of its element. */
const before: Record<string, string> = { 'm:den': '/' }
const placed: Record<string, string> = { 'm:sup': 'superscript', 'm:sub': 'subscript' }

function inOneLine(formula: string): string {
  const places: string[] = []
  let runs = ''
  for (const [tag, closing, name = '', text] of formula.matchAll(
    /<(\/?)([\w:]+)(?:\s[^>]*)?\/?>(?:([^<]*)(?=<\/m:t>))?/g,
  )) {
    if (name === 'm:t' && text) runs += run(text, places.at(-1))
    if (!closing && before[name]) runs += run(before[name], places.at(-1))
    if (!(name in placed) || tag.endsWith('/>')) continue
    if (closing) places.pop()
    else places.push(placed[name] ?? '')
  }
  return runs
}

function run(text: string, place: string | undefined): string {
  const properties = place ? `<w:rPr><w:vertAlign w:val="${place}"/></w:rPr>` : ''
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
}
