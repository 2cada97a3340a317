/** What a command prints: an object with `--json`, lines without; and what of its work failed. */
export type Printed = { json: unknown; lines: string[]; failures?: string[] }
