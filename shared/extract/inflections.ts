// The forms of English verbs: "say" to "says", "said", "saying".

const irregular: Record<string, readonly string[]> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  find: ['found'],
  read: ['read'],
  shoot: ['shot'],
  put: ['put'],
  swear: ['swore'],
  sing: ['sang'],
  think: ['thought'],
  feel: ['felt'],
  give: ['gave'],
  make: ['made'],
  go: ['went'],
  hold: ['held'],
  fight: ['fought'],
  hit: ['hit'],
}

// A stressed last syllable doubles its consonant.
const doubling = /(?:^[^aeiou]*[aeiou][bdgmnprt]|admit|rebut|confer|refer|quip)$/

/** The forms of a verb but the infinitive: third person, past and participles. */
export function formsOf(verb: string): string[] {
  const stem = doubling.test(verb) ? verb + verb.slice(-1) : verb
  const isSilentE = /[^e]e$/.test(verb)
  const past = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ied`
    : verb.endsWith('e')
      ? `${verb}d`
      : `${stem}ed`
  const third = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`
  return [third, ...(irregular[verb] ?? [past]), `${isSilentE ? verb.slice(0, -1) : stem}ing`]
}
