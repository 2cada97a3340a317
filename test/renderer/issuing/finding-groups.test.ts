import { expect, test } from 'vitest'
import { findingGroups, isSameFinding } from '../../../renderer/issuing/finding-groups.ts'
import type { Finding } from '../../../shared/verify/finding.ts'

const finding = (severity: Finding['severity'], given: Partial<Finding> = {}): Finding => ({
  rule: 'quote-altered',
  severity,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 4,
  message: 'These are not the words.',
  evidence: null,
  ...given,
})

test('an answered error stands in the way no more, and each finding is in one group', () => {
  const open = finding('error')
  const answered = finding('error', { answer: 'The minister said so.' })
  const [warning, note] = [finding('warning'), finding('note')]
  expect(findingGroups([note, answered, open, warning])).toEqual({
    errors: [open],
    warnings: [warning],
    notes: [note],
    answered: [answered],
  })
})

test('a finding is the same where it stands at the same place and says the same', () => {
  const one = finding('error')
  expect(isSameFinding(one, { ...one, answer: 'Because.' })).toBe(true)
  expect(isSameFinding(one, { ...one, line: 2 })).toBe(false)
  expect(isSameFinding(one, { ...one, message: 'Other words.' })).toBe(false)
})
