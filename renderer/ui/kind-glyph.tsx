import { Icon } from './icon.tsx'

/** The small sign of a kind of record, told by shape as well as by colour. */
export function KindGlyph({ kind }: { kind: 'quote' | 'figure' | 'event' | 'source' | 'person' | 'brief' }) {
  return (
    <span class={`kind-glyph kind-${kind}`} aria-hidden="true">
      <Icon name={kind === 'brief' ? 'briefs' : kind} />
    </span>
  )
}
