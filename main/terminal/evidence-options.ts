// The options that make and change evidence, by its kind; `place` is those of where it stands in a source.

export const place = {
  source: { value: 'ID', help: 'the source it stands in' },
  exact: {
    value: 'WORDS',
    help: 'its words, as they stand exactly once in the source; a quote’s own words without one',
  },
  start: { value: 'N', help: 'or their place: first character, from 0' },
  end: { value: 'N', help: 'and the one after the last' },
}
export const quote = {
  speaker: { value: 'NAME', help: 'who said it' },
  person: { value: 'ID', help: 'the person who that is (found by the name if none is named)' },
  language: { value: 'TAG', help: 'the language of the words: ja' },
  translation: { value: 'WORDS', help: 'what they mean in English' },
  marking: { value: 'MARKING', help: 'how it is protected: OFFICIAL' },
  tags: { value: 'TAGS', help: 'with commas between' },
  role: { value: 'ROLE', help: 'as the source states it' },
  organisation: { value: 'NAME', help: 'as the source states it' },
  'said-on': { value: 'EDTF', help: 'when it was said' },
  kind: { value: 'KIND', help: 'fact, estimate, opinion (if none is named) or forecast' },
}
export const figure = {
  measures: { value: 'WORDS', help: 'what the number counts' },
  value: { value: 'DECIMAL', help: 'in base units, all digits: 1130000000000' },
  unit: { value: 'UNIT', help: 'an ISO 4217 code, %, pp, bps or a noun' },
  qualifier: {
    value: 'QUALIFIER',
    help: 'approximately, at least, at most, more than, less than or between',
  },
  upper: { value: 'DECIMAL', help: 'the higher end of “between”' },
  'as-of': { value: 'EDTF', help: 'the date for which it holds' },
  'shelf-life': { value: 'DURATION', help: 'how long it stays good: P3M' },
  series: { value: 'FILE', help: 'a CSV or TSV of dates and values: the figure is then the last of them' },
  column: { value: 'NAME', help: 'which of its columns holds the values, where there are several' },
  scale: { value: 'SCALE', help: 'thousand, million, billion or trillion: how it is shown' },
  tags: { value: 'TAGS', help: 'with commas between' },
  marking: { value: 'MARKING', help: 'how it is protected: OFFICIAL' },
}
export const event = {
  title: { value: 'WORDS', help: 'what happens' },
  when: { value: 'EDTF', help: '2025-05-03, 2025-06, ../2025-06' },
  status: { value: 'STATUS', help: 'occurred or expected' },
  participants: { value: 'NAMES', help: 'who takes part, with ; between' },
  place: { value: 'PLACE', help: 'where' },
  tags: { value: 'TAGS', help: 'with commas between' },
  marking: { value: 'MARKING', help: 'how it is protected: OFFICIAL' },
}
