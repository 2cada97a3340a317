// Words that tell what somebody is, what a body is, and what is no name at all.

/** Nouns that end a role: "chief economist". */
const roleNouns = `president vice-president premier minister secretary ambassador governor senator representative congressman
congresswoman mayor chancellor commissioner chairman chairwoman chair chief head director executive officer manager
spokesman spokeswoman spokesperson strategist economist analyst adviser advisor aide consultant lawyer attorney
professor researcher fellow scholar historian scientist expert developer founder co-founder partner owner investor
banker trader lobbyist activist advocate organizer leader speaker whip lawmaker legislator delegate nominee candidate
official judge justice prosecutor sheriff general admiral colonel captain commander editor columnist reporter
correspondent journalist author writer producer host anchor pollster coordinator counsel treasurer controller auditor
engineer doctor physician nurse teacher student farmer bishop king queen prince princess emperor pope
director-general secretary-general undersecretary under-secretary deputy member coach envoy diplomat negotiator
inspector superintendent administrator principal dean provost ceo cfo coo cio cto mp mep`

/** Short forms and ranks that stand before a name and are a role. */
const roleTitles = 'sen rep gov gen col lt sgt capt sens reps prof rev amb atty'
/** Forms of address, which are no role. */
const honorifics = 'mr mrs ms miss dr sir dame lord lady'

/** Words that make a run of capitals a body. */
const bodyNouns = `bank group center centre ministry department university college institute institution inc corp company
committee commission council agency fund party house senate court office association federation union organization
organisation foundation coalition board authority bureau congress parliament administration government service
services times post journal news reuters association society league network club church capital partners holdings
securities consulting research investigations reserve treasury army navy police school hospital forum alliance
trust exchange systems technologies airlines motors industries street stocks`

/** Capitals that begin a sentence or name a time, and are no name. */
const noNames = `the a an in on at by for from of to and but or nor so yet if when while as since after before because
although though however meanwhile it its this that these those there here he she they we you i his her their our your my
what who whom whose which where why how not no yes one two three four five six seven eight nine ten some many most
more all both each every other another such only just still also then now today tomorrow yesterday last next first
second third new january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday mr. mrs. analysts experts officials according asked speaking despite during
under over with without within between through about against like unlike even once until unless whether do does did
is are was were be has have had can could will would should may might must let said says`

const set = (words: string) => new Set(words.split(/\s+/))

const isRoleNoun = set(roleNouns)
const isTitle = set(roleTitles)
const isHonorific = set(honorifics)
const isBodyNoun = set(bodyNouns)
const isNoName = set(noNames)

const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/\.$/, '')

export function endsRole(word: string): boolean {
  const key = plain(word)
  return isRoleNoun.has(key) || isTitle.has(key) || (key.endsWith('s') && isRoleNoun.has(key.slice(0, -1)))
}

export function isFormOfAddress(word: string): boolean {
  return isHonorific.has(plain(word))
}

export function isNoNameWord(word: string): boolean {
  return isNoName.has(plain(word)) || isNoName.has(word.toLowerCase())
}

/** Whether a run of words names a body: one of its words says so, or it is letters in capitals. */
export function namesBody(words: string): boolean {
  const parts = words.split(/\s+/)
  if (parts.length === 1 && /^\p{Lu}{2,}\d*$/u.test(words)) return true
  return parts.some(part => isBodyNoun.has(plain(part)) || /^\p{Lu}{3,}$/u.test(part))
}
