/** The largest file taken in as a source, in bytes. An article of a million words is a tenth of it. */
export const largestSourceBytes = 20 * 1024 * 1024

/** The largest file of another kind than text, in bytes: a PDF, a Word document, an e-mail or a ZIP file. */
export const largestDocumentBytes = 100 * 1024 * 1024

/** The longest piece of a web page that is taken from the clipboard, in UTF-16 code units. */
export const largestPastedHtml = 5 * 1024 * 1024

/** The longest history of a brief's text that is kept for another session, in UTF-16 code units. */
export const largestKeptSteps = 4 * 1024 * 1024

/** The largest file that is kept because a brief links it, in bytes: it is sealed and exported in memory. */
export const largestAttachmentBytes = 100 * 1024 * 1024

/** The largest picture that is kept with a source by hand, in bytes. */
export const largestPictureBytes = 20 * 1024 * 1024

/** As many records as are changed by one save: each is read, written down and written. */
export const mostAtOnce = 2000
