// The part of edtf (which ships no types) that this project uses.
declare module 'edtf' {
  /** Parses an EDTF string; throws where it is not one, or above the level. */
  export function parse(text: string, constraints?: { level?: 0 | 1 | 2 }): unknown
}
