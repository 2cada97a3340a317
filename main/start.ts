// Where the app begins: what was compiled at an earlier start is taken from the disk, and then the app itself is loaded.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { app } from 'electron'

// By its name goes where its data are.
app.setName('Dispatch Box')
enableCompileCache(join(app.getPath('userData'), 'compiled'))
await import('./main.ts')
