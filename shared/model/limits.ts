/** The largest file taken in as a source, in bytes. An article of a million words is a tenth of it. */
export const largestSourceBytes = 20 * 1024 * 1024

/** The largest file that is kept because a brief links it, in bytes: it is sealed and exported in memory. */
export const largestAttachmentBytes = 100 * 1024 * 1024
