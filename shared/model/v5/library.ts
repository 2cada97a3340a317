import * as z from 'zod'
import { libraryFile as libraryFileBefore } from '../v4/library.ts'

/** library.json, and keys.json of a sealed library. It has what it had before; its number says that its records may be of the fifth schema. */
export const libraryFile = z.strictObject({ ...libraryFileBefore.shape, schema: z.literal(5) })
