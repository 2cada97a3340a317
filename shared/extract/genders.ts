// Whether "he" or "she" can mean somebody, by form of address, role or given name.

export type Gender = 'he' | 'she'

const addressed: Record<string, Gender> = {
  mr: 'he',
  sir: 'he',
  lord: 'he',
  king: 'he',
  prince: 'he',
  mrs: 'she',
  ms: 'she',
  miss: 'she',
  dame: 'she',
  lady: 'she',
  queen: 'she',
  princess: 'she',
}

// Common given names of the English-speaking world that are seldom given to both.
const given: Record<Gender, ReadonlySet<string>> = {
  he: new Set(
    `Adam Alan Albert Alexander Andrew Anthony Arthur Barack Ben Benjamin Bernard Bill Bob Brian Bruce Carl Charles
    Christopher Daniel David Dennis Donald Douglas Edward Eric Ernest Frank Frederick Gary George Gerald Gordon Graham
    Gregory Harold Harry Henry Howard Hugh Ian Jack Jacob James Jason Jeffrey Jeremy Jim Joe John Jonathan Joseph Joshua
    Justin Keith Kenneth Kevin Larry Lawrence Mark Martin Matthew Michael Mike Mitch Nathan Nicholas Nigel Oliver Patrick
    Paul Peter Philip Phillip Ralph Raymond Richard Robert Roger Ronald Russell Samuel Scott Sean Simon Stephen Steven
    Stuart Ted Thomas Tim Timothy Tom Victor Vincent Walter William`.split(/\s+/),
  ),
  she: new Set(
    `Abigail Alice Alison Amanda Amy Andrea Angela Ann Anna Anne Barbara Betty Brenda Carol Caroline Catherine Charlotte
    Christina Christine Claire Clare Cynthia Deborah Diana Diane Donna Dorothy Elizabeth Ellen Emily Emma Eva Fiona
    Florence Frances Gillian Grace Hannah Heather Helen Hillary Irene Jane Janet Jennifer Jessica Joan Joanna Josephine
    Joyce Judith Julia Julie Karen Katherine Kathleen Laura Linda Lisa Louise Lucy Margaret Maria Martha Mary Megan
    Melissa Michelle Nancy Nicola Olivia Pamela Patricia Rachel Rebecca Ruth Samantha Sandra Sarah Sharon Sheila Sophie
    Stephanie Susan Theresa Ursula Valerie Vanessa Victoria Virginia Wendy`.split(/\s+/),
  ),
}

/** The gender that the words of a title, a role or a name tell; null where none does. */
export function genderOf(title: string[], name: string[]): Gender | null {
  for (const word of title) {
    const plain = word.toLowerCase().replace(/\.$/, '')
    if (/woman$/.test(plain)) return 'she'
    if (/(?:s|er|ir|ss)man$/.test(plain)) return 'he'
    const gender = addressed[plain]
    if (gender !== undefined) return gender
  }
  const first = name.length > 1 ? (name[0] ?? '') : ''
  if (given.she.has(first)) return 'she'
  return given.he.has(first) ? 'he' : null
}
