import type * as z from 'zod'
import { edtfDate, line, webAddress } from '../../shared/model/v1/fields.ts'
import type { Captured } from './captured.ts'
import { proposeFields, valid } from './propose-fields.ts'

/** What was captured, with a title: what the file does not say of itself is taken from the head of its text, where it stands there. */
export type Filled = Captured & { title: string }

const mostAuthors = 100
const longestLanguage = 35

/** Fills what a file does not say of itself, and forgets what it says in a form that no source can have. */
export function fillFacts(captured: Captured): Filled {
  const proposed = proposeFields(captured.text)
  const authors = captured.authors.map(author => fitting(line, author)).filter(author => author !== null)
  return {
    ...captured,
    title: fitting(line, captured.title) ?? proposed.title,
    publisher: fitting(line, captured.publisher) ?? proposed.publisher,
    authors: (authors.length > 0 ? authors : proposed.authors).slice(0, mostAuthors),
    url: fitting(webAddress, captured.url) ?? proposed.url,
    publishedOn: fitting(edtfDate, captured.publishedOn) ?? proposed.publishedOn,
    language: captured.language && captured.language.length <= longestLanguage ? captured.language : null,
  }
}

function fitting(schema: z.ZodType<string>, value: string | null): string | null {
  return valid(schema, value?.replace(/\s+/g, ' ').trim())
}
