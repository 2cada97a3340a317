/** The largest file taken in as a source, in bytes. An article of a million words is a tenth of it. */
export const largestSourceBytes = 20 * 1024 * 1024
