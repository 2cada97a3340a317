import { fieldWords } from '../../shared/issue/field-words.ts'
import { strings } from '../ui/strings.ts'

/** Values beside their names: the old one, then what it became. */
export function OldAndNew(props: {
  fields: readonly { name: string; before: string | null; after: string | null }[]
}) {
  const texts = strings.changes
  return (
    <dl class="old-and-new">
      {props.fields.map(({ name, before, after }) => (
        <div key={name} class="old-and-new-row">
          <dt>{fieldWords(name)}</dt>
          <dd>
            {before === null ? <span class="value-none">{texts.empty}</span> : <del>{before}</del>}
            <span class="value-became">
              <span aria-hidden="true">→</span>
              <span class="spoken">{texts.became}</span>
            </span>
            {after === null ? <span class="value-none">{texts.empty}</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
