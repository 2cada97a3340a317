// The process in which untrusted files are read: no window, no library, no network.
import { readers } from '../readers.ts'
import { serveReading } from './serve-reading.ts'

serveReading({ readers, script: import.meta.url })
