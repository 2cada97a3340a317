/**
 * What a command prints: an object with `--json`, lines without; and what of its work failed. `isRefused` where what it
 * says is a no, so that it ends as a failure although nothing failed.
 */
export type Printed = { json: unknown; lines: string[]; failures?: string[]; isRefused?: boolean }
