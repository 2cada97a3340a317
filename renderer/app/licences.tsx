import { useState } from 'preact/hooks'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

type Licences = typeof import('virtual:licences')

/** Whose work the app is made of, and under which licences; loaded once somebody asks. */
export function Licences() {
  const words = strings.about
  const [found, setFound] = useState<Licences | null>(null)
  const load = () => {
    if (!found) import('virtual:licences').then(setFound, () => tell('problem', words.licencesMissing))
  }
  return (
    <details class="licences" onToggle={load}>
      <summary>{words.licences}</summary>
      <p class="dialog-text">{words.electronLicences}</p>
      <ul class="licence-list">
        {found?.licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} · {licence}
              </summary>
              <pre>{found.texts[text] || words.noLicenceText}</pre>
            </details>
          </li>
        ))}
      </ul>
    </details>
  )
}
