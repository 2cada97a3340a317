// The words of the Backups dialog, and what is told of backups elsewhere in the window.

import { numberInWords } from '../ui/dates-and-numbers.ts'
export const backupsStrings = {
  backups: {
    title: 'Backups',
    what: 'Every day the whole library is put into one file, which is read back before it counts. One is kept for each of the last 7 days, 4 weeks and 12 months.',
    place: 'Backups go to',
    choose: 'Choose folder…',
    usual: 'Use the app’s own folder',
    failure: (moment: string, message: string) => `The backup of ${moment} was not made. ${message}`,
    failed: (message: string) => `Today’s backup was not made. ${message}`,
    list: 'Backups of this library',
    none: 'There is none of this library in that folder yet. The first one is made a minute after the app has started, or now if you wish.',
    unseen: 'Those in that folder are seen again once it is there.',
    now: 'Back up now',
    elsewhere: 'Back up to another file…',
    restore: 'Restore…',
    restoreOf: (moment: string) => `Restore the backup of ${moment}`,
    another: 'Restore another file…',
    show: 'Show file',
    showOf: (moment: string) => `Show the backup of ${moment} in its folder`,
    movedAside: 'Replaced by a restore',
    movedAsideText: 'What this library was before. Each is whole, and stays until you remove it yourself.',
    made: (files: number) =>
      `The whole library was put into one file and read back: ${numberInWords(files)} files.`,
    progress: {
      reading: (done: number, of: number) =>
        `Gathering the library: ${numberInWords(done)} of ${numberInWords(of)} files`,
      writing: (done: number, of: number) => `Writing: ${numberInWords(done)} of ${numberInWords(of)} files`,
      verifying: (done: number, of: number) =>
        `Reading back: ${numberInWords(done)} of ${numberInWords(of)} files`,
    },
    stopping: 'Stopping…',
    stopped: {
      making: 'The backup was stopped. Those made before are as they were.',
      verifying: 'The reading was stopped.',
    },
    working: { making: 'Backing up…', verifying: 'Reading the backup back…', restoring: 'Restoring…' },
    whole: (moment: string, files: number) =>
      `The backup of ${moment} was read back and is whole: ${numberInWords(files)} files. Where should it go?`,
    newFolder: 'Into a new folder',
    newFolderText: 'This library stays open as it is. You choose where the restored one goes.',
    newFolderDo: 'Choose where…',
    inPlace: 'In place of this library',
    inPlaceText:
      'This library is moved aside whole, into a folder beside it with the time in its name. Nothing is deleted.',
    inPlaceDo: 'Replace this library…',
    inPlaceQuestion: 'Put the backup in place of this library?',
    inPlaceWarning: (moment: string, takesPassphraseOff: boolean) =>
      `You will see the library as it was ${moment}. What it is now stays whole in a folder beside it, which you will be shown.${takesPassphraseOff ? ' That backup was made without a passphrase: the library will have none then, and all its files lie in the clear until you give it one again.' : ''}`,
    inPlaceYes: 'Replace this library',
    back: 'Back',
    restoredInto: 'The backup was restored into this folder:',
    openIt: 'To open it, start Dispatch Box with this switch:',
    outcome: {
      restored: 'The library was restored from the backup. What it was before is kept whole:',
      undone: 'A restore was cut off before it was done. The library is as it was before; nothing was lost.',
      left: 'A restore was cut off, and there is a library in its place already. Nothing was touched; what was there before is kept whole:',
    },
    bytes: (bytes: number) =>
      bytes < 1_000_000
        ? `${numberInWords(Math.max(1, Math.round(bytes / 1000)))} kB`
        : `${numberInWords(bytes / 1_000_000, 1)} MB`,
  },
}
