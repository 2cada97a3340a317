// What an export says of the program that made it, by which our own files are known again.

export const maker = 'Dispatch Box'

export const pdfProducer = `${maker}, with Chromium and pdf-lib`
