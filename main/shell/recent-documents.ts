import { app } from 'electron'

/** Tells the system of a file that was imported or exported, where it keeps a list of them. */
export function rememberDocument(path: string, platform: NodeJS.Platform): void {
  if (platform === 'darwin' || platform === 'win32') app.addRecentDocument(path)
}
