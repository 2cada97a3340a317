// A process of its own that adds a brief to the library in the folder it is given, and prints the brief's id.
import { openLibrary } from '../../../main/library/open-library.ts'
import { unsetBrief } from '../../unset-fields.ts'

const [, , folder = ''] = process.argv
const now = () => new Date()
const library = await openLibrary({ folder, access: 'write', now, patience: 50_000, holder: 'command' })
const id = await library.newId('A brief')
const time = now().toISOString()
await library.add('briefs', {
  schema: 5,
  id,
  createdAt: time,
  updatedAt: time,
  title: 'A brief',
  body: '',
  ...unsetBrief,
  template: 'uk-submission',
  marking: null,
  recipients: [],
  date: null,
  dueOn: null,
  tags: [],
})
await library.close()
process.stdout.write(id)
