import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

export function stepsRequests(
  library: Library,
  { now }: Pick<Ports, 'now'>,
): Pick<Handlers, 'steps.keep' | 'steps.recall'> {
  const today = () => now().toDateString()
  /** The day whose steps alone are there. */
  let cleared: string | null = null
  return {
    'steps.keep': async ({ id, steps }) => {
      if (library.whyReadOnly) return null
      await library.get('briefs', id)
      await library.steps.keep(id, today(), steps)
      return null
    },
    'steps.recall': async ({ id }) => {
      const day = today()
      if (cleared !== day && !library.whyReadOnly) {
        cleared = day
        await library.steps.leaveOnly(day)
      }
      return { steps: await library.steps.recall(id, day) }
    },
  }
}
