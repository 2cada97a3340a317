// Files that a Mac opens with the app: it names them from before the app is ready on, and so before the app is loaded.
import { app } from 'electron'

const early: string[] = []
let hear = (path: string): void => void early.push(path)

/** To be called before the app is ready. */
export function listenForOpenedFiles(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    hear(path)
  })
}

/** Hears of those that were named before, and of each from here on. */
export function onOpenedFile(listener: (path: string) => void): void {
  hear = listener
  for (const path of early.splice(0)) listener(path)
}
