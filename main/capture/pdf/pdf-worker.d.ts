// pdf.js ships no types of its worker; here it is only handed over.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
