import { useRef } from 'preact/hooks'
import { evidenceErrors, isReadOnly } from '../state/desk.ts'
import type { EvidenceForm } from '../state/evidence-form.ts'
import { tell } from '../state/notices.ts'
import { readSeriesField } from '../state/series-words.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { editForm } from './evidence-actions.ts'

const mostShown = 5
const mostBytes = 5_000_000

/** Many values of one measure: typed or pasted as a table, or read from a file; what was understood stands beneath. */
export function SeriesField({ form }: { form: EvidenceForm }) {
  const texts = strings.series
  const file = useRef<HTMLInputElement>(null)
  const read = readSeriesField(form.values)
  const reading = read?.reading
  const [first, last] = [read?.points[0], read?.points.at(-1)]
  const values = reading?.columns.values ?? []
  return (
    <div class="series-field">
      <TextField
        label={texts.label}
        isOptional
        lines={form.values.series === '' ? 2 : 6}
        value={form.values.series}
        placeholder={texts.placeholder}
        error={evidenceErrors.value.series}
        hint={
          first && last && !read?.problem
            ? foundWords(read?.points.length ?? 0, first.asOf, last.asOf)
            : texts.hint
        }
        isDisabled={isReadOnly.value}
        onInput={words => editForm('series', words)}
      />
      {reading && reading.unread.length > 0 && (
        <ul class="series-unread">
          {reading.unread.slice(0, mostShown).map(({ line, reason }) => (
            <li key={line}>{texts.unread(line, reason)}</li>
          ))}
          {reading.unread.length > mostShown && (
            <li>{texts.moreUnread(reading.unread.length - mostShown)}</li>
          )}
        </ul>
      )}
      {reading && values.length > 1 && (
        <SelectField
          label={texts.column}
          value={form.values.seriesColumn}
          options={[
            { value: '', label: texts.choose },
            ...values.map(at => ({ value: String(at), label: reading.columns.names[at] ?? '' })),
          ]}
          onInput={value => editForm('seriesColumn', value)}
        />
      )}
      {reading?.isDateUncertain && (
        <SelectField
          label={texts.dates}
          value={form.values.seriesDates || 'day'}
          options={[
            { value: 'day', label: texts.dayFirst },
            { value: 'month', label: texts.monthFirst },
          ]}
          onInput={value => editForm('seriesDates', value)}
        />
      )}
      {reading?.isMarkUncertain && (
        <SelectField
          label={texts.mark}
          value={form.values.seriesMark || '.'}
          options={[
            { value: '.', label: texts.point },
            { value: ',', label: texts.comma },
          ]}
          onInput={value => editForm('seriesMark', value)}
        />
      )}
      <input
        ref={file}
        class="spoken"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        tabIndex={-1}
        aria-label={texts.file}
        onChange={event => void readFile(event.currentTarget)}
      />
      <Button
        label={texts.file}
        look="quiet"
        icon="import"
        isDisabled={isReadOnly.value}
        onPress={() => file.current?.click()}
      />
    </div>
  )
}

function foundWords(count: number, from: string, to: string): string {
  return `${strings.series.found(count, dateInWords(from), dateInWords(to))}. ${strings.series.last}`
}

/** Puts the text of a file into the field, where it is read as if it had been pasted. */
async function readFile(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0]
  if (!file) return
  // The same file may be chosen again once it was mended.
  const clear = () => {
    input.value = ''
  }
  if (file.size > mostBytes) {
    clear()
    return tell('problem', strings.series.fileTooLarge)
  }
  try {
    const bytes = await file.arrayBuffer()
    editForm('series', textOf(bytes))
  } catch (error) {
    tell('problem', strings.series.fileUnread(file.name, (error as Error).message))
  }
  clear()
}

/** UTF-8, or what spreadsheets write where it is not. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
