// The words of the preferences.

export const preferencesStrings = {
  preferences: {
    title: 'Preferences',
    text: 'What you choose here holds at once, on this computer, whichever library is open.',
    appearance: 'Appearance',
    look: 'Colours',
    looks: { system: 'As the system', light: 'Light', dark: 'Dark' },
    contrast: 'Contrast',
    contrasts: { system: 'As the system', more: 'High' },
    textSize: 'Text size while writing',
    textSizes: { small: 'Small', usual: 'Usual', large: 'Large', largest: 'Largest' },
    writing: 'Writing',
    spelling: 'Check spelling while typing',
    english: 'Spelling of English',
    englishes: { 'en-GB': 'British', 'en-US': 'American' },
    spellingHint: 'German and French are told from the text.',
    library: 'This library',
    libraryHint: 'What belongs to the library and travels with it:',
    backups: 'Backups…',
    passphrase: 'Passphrase…',
    templates: 'Templates…',
    checks: 'Which checks are on…',
  },
}
