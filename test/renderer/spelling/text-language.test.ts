import { expect, test } from 'vitest'
import { languageOfParagraph, languageOfText } from '../../../renderer/spelling/text-language.ts'

test.each([
  ['', 'en'],
  ['Treasuries', 'en'],
  ['The minister said that it is on the table of the talks.', 'en'],
  ['Der Minister sagte, das sei nicht auf dem Tisch und wird auch nicht kommen.', 'de'],
  ['Le ministre a dit que ce n’est pas sur la table des discussions.', 'fr'],
  ['El ministro dijo que no está en la mesa de las negociaciones por el momento.', null],
  ['Il ministro ha detto che non è sul tavolo per il momento, con gli altri.', null],
])('a text says which language it is in: %s', (text, language) => {
  expect(languageOfText(text)).toBe(language)
})

test('a paragraph is in the language of its text unless it is plainly in another', () => {
  expect(languageOfParagraph('Die Lage', 'en')).toBe('en')
  expect(languageOfParagraph('Le ministre a dit que ce n’est pas sur la table des discussions.', 'de')).toBe(
    'fr',
  )
  expect(
    languageOfParagraph('El ministro dijo que no está en la mesa de las negociaciones por el momento.', 'en'),
  ).toBe(null)
  expect(languageOfParagraph('It is on the table of the talks.', null)).toBe('en')
})
