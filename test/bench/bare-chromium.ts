// Chromium by itself, as the reference that the app is held against.
import { findBrowser } from '../../scripts/setup/browser.mjs'

/** Its program, or how to come by one. */
export function bareChromium(): { path: string } | { missing: string } {
  const path = findBrowser()
  return path ? { path } : { missing: 'not installed; apt-get install chromium' }
}

/** Arguments for a run that shares nothing with others: the same as the stand-in's, as far as they cost time. */
export function bareArguments(profile: string): string[] {
  return [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    `--user-data-dir=${profile}`,
  ]
}
