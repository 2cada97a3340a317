import { expect, test } from 'vitest'
import { exampleBrief } from '../../../shared/verify/example-records.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

test('an overdue event is told of once, where it stands first', () => {
  const body = 'Talks go on :event[through May]{#trade-talks}.\n\nAgain: :event[talks]{#trade-talks}.'
  const findings = verifyBrief({ ...exampleBrief(body), day: '2025-06-03' })
  expect(findings.filter(({ rule }) => rule === 'event-overdue').map(({ line }) => line)).toEqual([1])
})
