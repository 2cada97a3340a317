// A name as names are compared: what two writers would write differently is left out.

/** Forms of address before a name, and the article before a role. */
const notTheName = new Set('mr mrs ms miss mx dr prof professor sir dame the'.split(' '))

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const spaceInside = new RegExp(`(?<=${unspaced}) (?=${unspaced})`, 'gu')

/**
 * Words that stand for a person, without case, accents, punctuation and forms of address: "Mr. Kató" and "kato" are the
 * same. Names in kanji stay as they are, but for the space that some put between family and given name. Where nothing
 * else is left, a form of address stays. Doing it twice is doing it once.
 */
export function comparableName(words: string): string {
  const plain = words
    .replace(/[’']s(?![\p{L}\p{M}\p{N}])/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Default_Ignorable_Code_Point}'’ʼʻ]+/gu, '')
    // An accent can be left out of these scripts; in most others a mark changes the word.
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  const parts = plain.split(' ')
  while (parts.length > 1 && notTheName.has(parts[0] ?? '')) parts.shift()
  return parts.join(' ').replace(spaceInside, '')
}
