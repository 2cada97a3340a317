// A paste on its way to the process that reads it.

/** What was pasted: a piece of a web page, and the same words as plain text. */
export type Pasted = { html: string; text: string }

export function pasteBytes(pasted: Pasted): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(pasted))
}

/** The same again. */
export function pastedIn(bytes: Uint8Array): Pasted {
  return JSON.parse(new TextDecoder().decode(bytes)) as Pasted
}
