// Tables of what is hard to set: figures of any length with marks beside them, and columns that only a turned page has room for.

const harbours = Array.from({ length: 45 }, (_, row) => row + 1)
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map(year => `Expenditure${year}`)

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const wide = [
  line(['Administration', ...years]),
  line(['---', ...years.map(() => '---')]),
  ...harbours.map(row =>
    line([
      row === 30 ? 'Harbour 30. Call 9.[^n9]' : `Harbour ${row}`,
      ...years.map((_, column) => `${(row * 1234 + column).toLocaleString('en')}${'.25'.slice(0, row % 4)}`),
    ]),
  ),
]

export const tableSection = `## Columns of figures

| What | Held | Change |
|---|---|---|
| one | $1,234.5 billion[^marked] | −3.75% |
| two | $12 | – |
| three | **about $0.25** | 4%[^marked] |

### A table wider than the page

${wide.join('\n')}

[^marked]: A note of figures.
[^n9]: Note 9: it stands at the foot of a turned page.
`
