import { useState } from 'preact/hooks'
import type { Source } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { UsedIn } from '../backlinks/used-in.tsx'
import { namesIn } from '../briefs/brief-details.tsx'
import { DateRead } from '../evidence/form-field.tsx'
import { isReadOnly } from '../state/desk.ts'
import { listOf } from '../state/form-words.ts'
import { dateInWords, instantInWords, readDateWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { AlikeSources } from './alike-sources.tsx'
import { setSource } from './source-actions.ts'
import { SourcePictures } from './source-pictures.tsx'

type Fields = RequestInput<'source.set'>['fields']

/** What is known of a source, edited where it stands: each field is saved when it is left. */
export function SourceHeader({ source }: { source: Source }) {
  const texts = strings.sources
  const save = (fields: Fields, since: string) => setSource(source.id, fields, since)
  const state = source.updatedAt
  return (
    <header class="source-header">
      <EditedField
        label={texts.titleField}
        look="title"
        value={source.title}
        placeholder={texts.titleField}
        state={state}
        save={async (value, since) =>
          value ? save({ title: value }, since) : strings.evidence.errors.needed
        }
      />
      <div class="source-facts">
        <EditedField
          label={texts.publisher}
          value={source.publisher ?? ''}
          placeholder={texts.add.publisher}
          state={state}
          save={(value, since) => save({ publisher: value || null }, since)}
        />
        <EditedField
          label={texts.publishedOn}
          value={source.publishedOn === null ? '' : dateInWords(source.publishedOn)}
          placeholder={texts.add.publishedOn}
          hint={words => {
            const read = readDateWords(words, null)
            return read && <DateRead when={read.when} />
          }}
          state={state}
          save={async (words, since) => {
            const read = words === '' ? null : readDateWords(words, null)
            if (words !== '' && read === null) return strings.evidence.errors.date
            return save({ publishedOn: read?.when ?? null }, since)
          }}
        />
        <EditedField
          label={texts.authors}
          value={source.authors.join(', ')}
          placeholder={texts.add.authors}
          state={state}
          save={(value, since) => save({ authors: namesIn(value) }, since)}
        />
        <EditedField
          label={texts.tags}
          value={source.tags.join(', ')}
          placeholder={texts.add.tags}
          state={state}
          save={(value, since) => save({ tags: listOf(value, ',') }, since)}
        />
        <EditedField
          label={texts.url}
          value={source.url ?? ''}
          placeholder={texts.add.url}
          state={state}
          save={async (value, since) =>
            value === '' || /^https?:\/\/\S+\.\S+$/.test(value)
              ? save({ url: value || null }, since)
              : strings.evidence.errors.url
          }
        />
      </div>
      <p class="source-marks">
        {texts.captured(instantInWords(source.capturedAt))}
        <code title={source.sha256}>{texts.sha256(source.sha256.slice(0, 8))}</code>
        {source.textCorrectedAt && <span>{texts.corrected(instantInWords(source.textCorrectedAt))}</span>}
      </p>
      <SourcePictures images={source.images} />
      <AlikeSources source={source} />
      <UsedIn id={source.id} none={strings.backlinks.noneOfSource} isFolded />
    </header>
  )
}

function EditedField(props: {
  label: string
  value: string
  placeholder: string
  look?: 'title'
  hint?: (words: string) => preact.ComponentChildren
  /** The `updatedAt` of the source as it is shown. */
  state: string
  /** Gives back why it was refused, or null. `since` is the state that was shown when the typing began. */
  save: (value: string, since: string) => Promise<string | null>
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [since, setSince] = useState(props.state)
  const [error, setError] = useState<string | null>(null)
  const noteId = `source-${props.label.toLowerCase().replaceAll(' ', '-')}-note`
  const shown = typed ?? props.value
  const hint = typed === null || typed === props.value ? null : props.hint?.(typed)
  // What stands in the control is taken, not what was drawn last: keys may come faster than drawings.
  const leave = async (words: string) => {
    const value = words.trim()
    if (typed === null && value === props.value) return
    const refusal =
      value === props.value ? null : await props.save(value, typed === null ? props.state : since)
    setError(refusal)
    // A refused value stays as it was typed, to be mended.
    if (refusal === null) setTyped(null)
  }
  const shared = {
    'aria-label': props.label,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': error || hint ? noteId : undefined,
    placeholder: props.placeholder,
    value: shown,
    readOnly: isReadOnly.value,
    spellcheck: false,
    onBlur: (event: { currentTarget: { value: string } }) => void leave(event.currentTarget.value),
    onInput: (event: { currentTarget: { value: string } }) => {
      if (typed === null) setSince(props.state)
      setTyped(event.currentTarget.value)
      setError(null)
    },
    onKeyDown: (event: KeyboardEvent & { currentTarget: { value: string } }) => {
      if (event.key === 'Escape') {
        if (typed !== null) event.preventDefault()
        setTyped(null)
        setError(null)
      } else if (event.key === 'Enter') {
        event.preventDefault()
        void leave(event.currentTarget.value)
      }
    },
  }
  return (
    <div class={props.look === 'title' ? 'edited-title' : 'edited-fact'}>
      {props.look !== 'title' && (
        <span class="fact-label" aria-hidden="true">
          {props.label}
        </span>
      )}
      {props.look === 'title' ? (
        <textarea class="plain-control" rows={1} {...shared} />
      ) : (
        <input class="plain-control" autocomplete="off" {...shared} />
      )}
      {(error || hint) && (
        <p class={error ? 'field-error' : 'field-hint'} id={noteId} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
