import { stringify } from 'yaml'
import type { Template } from './template.ts'

/** The text of a template's file, from which `parseTemplate` reads the very same template. */
export function formatTemplate({ name: _, body, ...frontMatter }: Template): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}`
}
