// Faces before the first layout: each one that comes later lays the whole document out again.

/** What is set in a face of its own, by selector. */
const heavy = 'h1, h2, h3, h4, h5, h6, strong, th, dt, figcaption, legend'
const slanted = 'em, h4, h5, h6, cite, .note-call'
const coded = 'code, pre'

/** Signs beyond these are of other scripts, which have faces of their own. */
const lastLatin = 0x2ff

/**
 * Loads what the document is set in and then lets it be laid out, which its style has held back until now. `marginWords` stand in the
 * margins, which are laid out only when printing begins: too late to load what nothing else uses.
 */
export async function showOnceFacesAreThere(marginWords: string): Promise<void> {
  const all = signsOf([document.body])
  const of = (selector: string) => signsOf(document.querySelectorAll(selector))
  const [heavySigns, margins] = [of(heavy), [...new Set(marginWords)]]
  await Promise.all([
    load('400', '--text', all),
    load('600', '--text', heavySigns),
    load('italic 400', '--text', of(slanted)),
    load('400', '--small', all),
    load('600', '--small', heavySigns),
    load('400', '--code', of(coded)),
    load('400', '--small', margins, true),
    load('600', '--small', margins, true),
  ])
  document.documentElement.classList.add('has-faces')
  // What was not foreseen comes now.
  await document.fonts.ready
}

/** Latin is in the first of a list of families; for what is not, all of them are asked, as for everything with `isWhole`. */
async function load(face: string, list: string, signs: readonly string[], isWhole = false): Promise<void> {
  const families = getComputedStyle(document.documentElement).getPropertyValue(list)
  const [first = ''] = families.split(',')
  const isAsked = (sign: string) => isWhole || (sign.codePointAt(0) ?? 0) > lastLatin
  const [latin, others] = [signs.filter(sign => !isAsked(sign)), signs.filter(isAsked)]
  await Promise.all([
    latin.length > 0 && document.fonts.load(`${face} 1em ${first}`, latin.join('')),
    others.length > 0 && document.fonts.load(`${face} 1em ${families}`, others.join('')),
  ])
}

function signsOf(elements: Iterable<Element>): string[] {
  const signs = new Set<string>()
  for (const { textContent } of elements) for (const sign of textContent ?? '') signs.add(sign)
  return [...signs]
}
