// pdf.js says no types of its worker, which is run and not called.
declare module 'pdfjs-dist/build/pdf.worker.mjs'
