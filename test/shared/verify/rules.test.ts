import { expect, test } from 'vitest'
import { explainRule, ruleNames } from '../../../shared/verify/explain-rule.ts'
import { rules } from '../../../shared/verify/rules.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

test.each(rules)('$name finds its example of what is wrong, and not the nearest that is right', rule => {
  const of = (brief: Parameters<typeof verifyBrief>[0]) =>
    verifyBrief(brief).filter(finding => finding.rule === rule.name)
  expect(of(rule.examples.wrong)).toHaveLength(1)
  expect(of(rule.examples.right)).toEqual([])
})

test.each(rules)('what is right for $name breaks no other rule', rule => {
  const others = verifyBrief(rule.examples.right).filter(({ severity }) => severity === 'error')
  expect(others).toEqual([])
})

test.each(rules)('$name is explained with the very examples that are tested', ({ name, examples }) => {
  expect(explainRule(name)?.examples).toMatchObject({
    wrong: examples.wrong.brief.body,
    right: examples.right.brief.body,
  })
})

test('every rule has a name of its own, and there is no explanation of any other', () => {
  expect(new Set(ruleNames).size).toBe(ruleNames.length)
  expect(explainRule('quote-improved')).toBeNull()
})

test.each(rules)('the fix of $name mends what it found', rule => {
  const { wrong } = rule.examples
  const [finding] = verifyBrief(wrong).filter(each => each.rule === rule.name)
  if (!finding?.fix) return
  let body = wrong.brief.body
  for (const { start, end, text } of [...finding.fix.edits].sort((a, b) => b.start - a.start)) {
    body = body.slice(0, start) + text + body.slice(end)
  }
  const after = verifyBrief({ ...wrong, brief: { ...wrong.brief, body } })
  expect(after.filter(each => each.rule === rule.name)).toEqual([])
})
