// The words of the passphrase: its dialog and the screen of a locked library.

export const passphraseStrings = {
  field: 'Passphrase',
  again: 'The same passphrase again',
  current: 'Passphrase until now, or recovery key',
  fresh: 'New passphrase',
  recoveryField: 'Recovery key',
  recoveryHint: 'Nine groups of four. Spaces, hyphens and capitals do not matter.',
  hint: 'At least 12 characters. Four or five words that have nothing to do with each other are good.',
  show: 'Show what is typed',
  remember: 'Let this computer’s keychain keep the key',
  rememberHint: 'The library then opens without asking, for whoever is logged in here as you.',
  tooShort: 'At least 12 characters: this could be guessed.',
  differs: 'This is not the same passphrase.',
  lock: 'Lock now',

  unlock: {
    lead: 'This library is sealed with a passphrase.',
    submit: 'Unlock',
    trying: 'Trying the passphrase…',
    useRecovery: 'Use the recovery key',
    usePassphrase: 'Use the passphrase',
    needed: 'Type the passphrase.',
    recoveryNeeded: 'Type the recovery key.',
  },

  give: {
    title: 'Give the library a passphrase',
    lead: 'Every file of the library is then sealed: texts, titles, versions, the trash, unsaved drafts and original files. It opens with the passphrase alone.',
    lostTitle: 'Forgotten means lost.',
    lost: 'Nobody can open the library without the passphrase or the recovery key: not us, not anybody. There is no other way in.',
    staysTitle: 'What a passphrase does not cover',
    stays: [
      'The library’s name, how many files there are, how large they are and when they were written can still be seen.',
      'Whoever can use this computer while the library is unlocked can read it.',
      'The files in the clear are removed, but a disk may keep traces of them, and so may copies of the folder and a sync service.',
      'PDFs that you export are in the clear.',
    ],
    next: 'Go on',
    making: 'Making a recovery key…',
  },

  recovery: {
    title: 'Write down the recovery key',
    lead: 'It opens the library if the passphrase is forgotten. It is shown this once: write it on paper and keep that away from this computer.',
    confirm: 'The last group, from what you wrote down',
    confirmHint: 'Type its four characters, and the library is sealed.',
    confirmNeeded: 'Type the last group of the recovery key.',
    backups: (count: number) =>
      count === 1
        ? 'One copy that was made before stays in the clear. Remove it yourself once you have a new backup:'
        : `${count} copies that were made before stay in the clear. Remove them yourself once you have a new backup:`,
    submit: 'Seal the library',
    back: 'Back',
    sealing: 'Sealing every file, and reading it back…',
  },

  manage: {
    title: 'Passphrase',
    lead: 'This library is sealed with a passphrase.',
    change: 'Change it…',
    remove: 'Take it off…',
    notRemembered: 'The key could not be given to the keychain.',
  },

  change: {
    title: 'Change the passphrase',
    lead: 'The recovery key stays the same. A copy made before, such as a backup, still opens with the old passphrase.',
    submit: 'Change the passphrase',
    changing: 'Changing the passphrase…',
    done: 'The passphrase was changed.',
  },

  remove: {
    title: 'Take the passphrase off',
    lead: 'Every file of the library is written in the clear again, for anybody who can read this disk.',
    submit: 'Write it in the clear',
    removing: 'Writing every file in the clear, and reading it back…',
  },
}
