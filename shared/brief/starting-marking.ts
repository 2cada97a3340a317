import { isLevelAlone, isMarkedEnough } from '../verify/markings.ts'
import type { Template } from './template.ts'

/**
 * What a new brief is marked: as is preferred, where its form says nothing or a level alone that protects no more in the same
 * scheme; else as its form says, whose caveats no level stands for.
 */
export function startingMarking(form: Pick<Template, 'marking'>, preferred: string | null): string | null {
  const { marking } = form
  if (preferred === null || (marking !== null && !isLevelAlone(marking))) return marking
  return isMarkedEnough(preferred, marking) ? preferred : marking
}
