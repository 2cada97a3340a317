// Which measure is open.
import { signal } from '@preact/signals'

/** The key of the measure whose page is open (`shared/measures/same-measure.ts`). */
export const openMeasure = signal<string | null>(null)
