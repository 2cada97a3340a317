import { describe, expect, test } from 'vitest'
import { newEvidenceForm, saveOf, understandDate } from '../../../renderer/state/evidence-form.ts'
import { edtfTable, noDays, noEdtf } from '../../shared/dates/edtf-table.ts'

const empty = newEvidenceForm('event', null)
const typed = (when: string) => ({ ...empty, values: { ...empty.values, title: 'Talks', when } })

describe('the date of an event, as it is typed in its form', () => {
  test.each(edtfTable)('$edtf is kept as it is', ({ edtf }) => {
    expect(understandDate(typed(edtf), 'when')).toMatchObject({ when: edtf })
    expect(saveOf(typed(edtf))).toMatchObject({ save: { input: { fields: { when: edtf } } } })
  })

  // Words that can mean one day alone are a date in a form: 31/05/2025.
  test.each([...noEdtf.filter(text => text !== '31/05/2025'), ...noDays])(
    '%s is not, and says so at the field',
    text => {
      expect(saveOf(typed(text))).toMatchObject({ errors: { when: expect.any(String) } })
    },
  )

  test.each([
    ['31 May 2025', '2025-05-31'],
    ['May 2025', '2025-05'],
    ['spring 2025', '2025-21'],
    ['winter 2025', '2025-24'],
    ['2025', '2025'],
    ['about May 2025', '2025-05~'],
    ['by June 2025', '../2025-06'],
    ['from May to June 2025', '2025-05/2025-06'],
  ])('“%s” is %s', (words, when) => {
    expect(saveOf(typed(words))).toMatchObject({ save: { input: { fields: { when } } } })
  })
})
