// The person behind a quote's speaker, made or given another name before the quote is saved.
import { request } from '../bridge/bridge.ts'
import { newPerson } from '../people/speaker-look-up.ts'
import { lists } from '../state/desk.ts'
import type { EvidenceForm } from '../state/evidence-form.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'

/** The form with the person as the library has them; null where that was refused, which is told. */
export async function saveSpeaker(form: EvidenceForm): Promise<EvidenceForm | null> {
  const { person, alias, speaker, role, organisation } = form.values
  const known = lists.value.people.find(({ id }) => id === person)
  if (form.kind !== 'quote' || (person !== newPerson && (alias === '' || !known))) return form
  const result = known
    ? await request('person.set', { id: known.id, fields: { aliases: [...known.aliases, alias] } })
    : await request('person.create', {
        fields: {
          name: speaker.trim(),
          role: role.trim() || null,
          organisation: organisation.trim() || null,
        },
      })
  if (!result.ok) {
    tell('problem', result.problem.message)
    return null
  }
  lists.value = withRecord(lists.value, 'people', result.value)
  return { ...form, values: { ...form.values, person: result.value.id, alias: '' } }
}
