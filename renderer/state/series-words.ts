// A figure's series as its form has it: lines of dates and values, in the magnitude that the form shows. Pure.
import type { Figure } from '../../shared/model/records.ts'
import { seriesFromTable } from '../../shared/series/series-from-table.ts'
import { fromBaseUnits, type Scale } from './scaled-decimal.ts'

type SeriesValues = Record<'series' | 'seriesColumn' | 'seriesDates' | 'seriesMark' | 'scale', string>

/** What the field says; null where it is empty. */
export function readSeriesField(values: SeriesValues): ReturnType<typeof seriesFromTable> | null {
  const { series, seriesColumn, seriesDates, seriesMark, scale } = values
  if (series.trim() === '') return null
  return seriesFromTable(withTabs(series), (scale || null) as Figure['scale'], {
    ...(seriesColumn === '' ? {} : { value: Number(seriesColumn) }),
    ...(seriesDates === '' ? {} : { isDayFirst: seriesDates === 'day' }),
    ...(seriesMark === '' ? {} : { mark: seriesMark as '.' | ',' }),
  })
}

/** A line of a person who types: a date, blanks, and a number. A table has signs of its own between its cells. */
function withTabs(text: string): string {
  if (/[\t;|]/.test(text)) return text
  const typed = /^([^,"]*\S)[ \u00a0]+([^\s"]*\d[^\s"]*)[ \u00a0]*$/
  const lines = text.split(/\r?\n/)
  const isTyped = lines.filter(line => line.trim() !== '').every(line => typed.test(line))
  return isTyped ? lines.map(line => line.replace(typed, '$1\t$2')).join('\n') : text
}

/** A stored series as lines, to be read again. */
export function seriesInWords(series: Figure['series'], scale: Scale | null): string {
  return (series ?? []).map(({ asOf, value }) => `${asOf}\t${fromBaseUnits(value, scale)}`).join('\n')
}
