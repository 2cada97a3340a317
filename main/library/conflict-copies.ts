// The copies that programs which keep folders in step leave beside a file that was changed in two places.

const kinds: readonly { program: string; name: RegExp }[] = [
  { program: 'Syncthing', name: /^(.+)\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]+$/ },
  { program: 'Dropbox', name: /^(.+) \(.*conflicted copy.*\)$/i },
  // OneDrive adds the computer’s name; no id has capitals.
  { program: 'OneDrive', name: /^([^A-Z]+)-[A-Z][A-Z0-9-]*$/ },
]

/** Which record a file is a copy of, by its name without `.json`, and what made it; null for any other name. */
export function conflictCopyOf(name: string): { id: string; program: string } | null {
  for (const { program, name: pattern } of kinds) {
    const id = pattern.exec(name)?.[1]
    if (id !== undefined) return { id, program }
  }
  return null
}
