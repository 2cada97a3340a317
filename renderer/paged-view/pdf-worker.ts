// The thread on which pdf.js reads: a file of its own, which only the paged view asks for.
import 'pdfjs-dist/build/pdf.worker.mjs'
