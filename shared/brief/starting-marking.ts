import { isMarkedEnough } from '../verify/markings.ts'
import type { Template } from './template.ts'

/**
 * What a new brief is marked: as is preferred, where its form says nothing or something that protects no more in the same
 * scheme; else as its form says.
 */
export function startingMarking(form: Pick<Template, 'marking'>, preferred: string | null): string | null {
  return preferred !== null && isMarkedEnough(preferred, form.marking) ? preferred : form.marking
}
