import { describe, expect, test } from 'vitest'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { decisionBlocks } from '../../../shared/brief/decision-blocks.ts'
import { briefWith, evidence, source } from './records.ts'

describe('what a decision block is about', () => {
  test('the paragraph before it, without Markdown’s marks', () => {
    expect(decisionBlocks('## Recommendation\n\nThat you *agree* to it.\n\n::decision{}')).toMatchObject([
      { recommendation: 'That you agree to it.' },
    ])
  })

  test('the item of a list that it stands in, each its own', () => {
    const body =
      '1. That you note the talks.\n\n   ::decision{options="noted"}\n\n2. That you agree.\n\n   ::decision{options="agreed, not agreed"}'
    expect(decisionBlocks(body).map(block => block.recommendation)).toEqual([
      'That you note the talks.',
      'That you agree.',
    ])
  })

  test('a whole list where it stands under one', () => {
    expect(decisionBlocks('- note it\n- publish it\n\n::decision{}')[0]?.recommendation).toBe(
      'note it; publish it',
    )
  })

  test('its own label before anything else', () => {
    expect(decisionBlocks('Something.\n\n::decision[Publish on Friday]{}')[0]?.recommendation).toBe(
      'Publish on Friday',
    )
  })

  test('its heading where nothing stands between, and not a paragraph of another section', () => {
    expect(decisionBlocks('Earlier words.\n\n## Approve the memo\n\n::decision{}')[0]?.recommendation).toBe(
      'Approve the memo',
    )
  })

  test('the words of a reference are those that were asked for', () => {
    const body = 'Sell :figure[]{#us-treasuries}.\n\n::decision{}'
    expect(decisionBlocks(body, ({ id }) => `<${id}>`)[0]?.recommendation).toBe('Sell <us-treasuries>.')
  })

  test('a comment and a block of code ask for nothing', () => {
    expect(decisionBlocks('<!-- ::decision{} -->\n\n```\n::decision{}\n```')).toEqual([])
  })
})

describe('what it offers', () => {
  const optionsOf = (attributes: string) => decisionBlocks(`x\n\n::decision{${attributes}}`)[0]?.options

  test('all that is usual where it does not say', () => {
    expect(optionsOf('')?.map(option => option.words)).toEqual(['Agreed', 'Not agreed', 'Noted', 'Discuss'])
  })

  test('its own words, known by what they mean', () => {
    expect(optionsOf('options="approve, Disapprove; please discuss, constructor"')).toEqual([
      { words: 'Approve', outcome: 'agreed' },
      { words: 'Disapprove', outcome: 'not-agreed' },
      { words: 'Please discuss', outcome: 'discuss' },
      { words: 'Constructor', outcome: null },
    ])
  })
})

describe('in the document', () => {
  const template = { title: 'Note', numbered: false, annex: false }
  const bodyOf = (body: string) =>
    composeBrief({ brief: briefWith(body), template, evidence, sources: [source] }).body

  test('it is a box for each answer, with a line to sign on under the last one only', () => {
    const body = bodyOf('One.\n\n::decision{options="agreed, <b>"}\n\nTwo.\n\n::decision{options=noted}')
    expect(body).toContain(
      '<div class="decision"><ul aria-label="Decision"><li><span class="tick-box" aria-hidden="true"></span>Agreed</li>' +
        '<li><span class="tick-box" aria-hidden="true"></span>&#60;b&#62;</li></ul></div>',
    )
    expect(body.match(/class="signature"/g)).toHaveLength(1)
    expect(body.indexOf('class="signature"')).toBeGreaterThan(body.indexOf('Noted'))
  })
})

test('a text that is nested too deeply to be drawn has none, and is no error', () => {
  expect(decisionBlocks(`${'>'.repeat(3000)} a\n\n::decision{}`)).toEqual([])
})
