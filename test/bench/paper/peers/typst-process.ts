// Compiles the Typst file it is given into a tagged PDF, and prints the milliseconds of CPU that this took, its own start left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [source = '', pdf = ''] = process.argv.slice(2)
const begun = process.cpuUsage()
const mainFileContent = readFileSync(source, 'utf8')
writeFileSync(pdf, NodeCompiler.create().pdf({ mainFileContent }, { pdfTags: true }))
const { user, system } = process.cpuUsage(begun)
process.stdout.write(String((user + system) / 1000))
