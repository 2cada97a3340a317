import type { Tool } from './answer.ts'
import { chrono } from './chrono.ts'
import { compromise } from './compromise.ts'
import { ours } from './ours.ts'
import { recognizers } from './recognizers.ts'

/** Ours first, then those it is measured beside. */
export const tools: Tool[] = [ours, compromise, chrono, recognizers]
