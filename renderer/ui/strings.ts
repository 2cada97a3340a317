// Every English word of the window, gathered from its rooms: another language is another object of this type.
import { appStrings } from '../app/app-strings.ts'
import { backlinksStrings } from '../backlinks/backlinks-strings.ts'
import { backupsStrings } from '../backups/backups-strings.ts'
import { besideStrings } from '../beside/beside-strings.ts'
import { boardStrings } from '../board/board-strings.ts'
import { briefsStrings } from '../briefs/briefs-strings.ts'
import { calmStrings } from '../calm/calm-strings.ts'
import { captureStrings } from '../capture/capture-strings.ts'
import { checksStrings } from '../checks/checks-strings.ts'
import { rulesStrings } from '../checks/rules-strings.ts'
import { contextMenuStrings } from '../context-menu/context-menu-strings.ts'
import { editorStrings } from '../editor/editor-strings.ts'
import { evidenceStrings } from '../evidence/evidence-strings.ts'
import { exportStrings } from '../export/export-strings.ts'
import { failuresStrings } from '../failures/failures-strings.ts'
import { historyStrings } from '../history/history-strings.ts'
import { issuingStrings } from '../issuing/issuing-strings.ts'
import { measuresStrings } from '../measures/measures-strings.ts'
import { outlineStrings } from '../outline/outline-strings.ts'
import { pagedViewStrings } from '../paged-view/paged-view-strings.ts'
import { paletteStrings } from '../palette/palette-strings.ts'
import { panesStrings } from '../panes/panes-strings.ts'
import { pasteStrings } from '../paste/paste-strings.ts'
import { peopleStrings } from '../people/people-strings.ts'
import { pictureWordsStrings } from '../picture-words/picture-words-strings.ts'
import { preferencesStrings } from '../preferences/preferences-strings.ts'
import { recoveryStrings } from '../recovery/recovery-strings.ts'
import { searchStrings } from '../search/search-strings.ts'
import { readingStrings } from '../sources/reading-strings.ts'
import { sourcesStrings } from '../sources/sources-strings.ts'
import { spellingStrings } from '../spelling/spelling-strings.ts'
import { suggestionsStrings } from '../suggestions/suggestions-strings.ts'
import { tablesStrings } from '../tables/tables-strings.ts'
import { tabsStrings } from '../tabs/tabs-strings.ts'
import { templatesStrings } from '../templates/templates-strings.ts'
import { timelineStrings } from '../timeline/timeline-strings.ts'
import { trashStrings } from '../trash/trash-strings.ts'

const english = {
  ...appStrings,
  ...backlinksStrings,
  ...backupsStrings,
  ...besideStrings,
  ...boardStrings,
  ...briefsStrings,
  ...calmStrings,
  ...captureStrings,
  ...checksStrings,
  ...contextMenuStrings,
  ...editorStrings,
  ...evidenceStrings,
  ...exportStrings,
  ...failuresStrings,
  ...historyStrings,
  ...issuingStrings,
  ...measuresStrings,
  ...outlineStrings,
  ...pagedViewStrings,
  ...paletteStrings,
  ...panesStrings,
  ...pasteStrings,
  ...peopleStrings,
  ...pictureWordsStrings,
  ...preferencesStrings,
  ...recoveryStrings,
  ...rulesStrings,
  ...readingStrings,
  ...searchStrings,
  ...sourcesStrings,
  ...spellingStrings,
  ...suggestionsStrings,
  ...tablesStrings,
  ...tabsStrings,
  ...templatesStrings,
  ...timelineStrings,
  ...trashStrings,
  field: {
    optional: 'optional',
    example: (words: string) => `e.g. ${words}`,
    dayUnclear: 'This is not understood as one day. Try 3 May 2025 or 2025-05-03.',
  },
  actions: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    delete: 'Delete',
    retry: 'Try again',
    undo: 'Undo',
    show: 'Show',
    dismiss: 'Dismiss',
    discard: 'Discard',
    keepEditing: 'Keep editing',
    showList: 'Show list',
    hideList: 'Hide list',
  },
  kinds: {
    quote: 'Quote',
    figure: 'Figure',
    event: 'Event',
    source: 'Source',
    person: 'Person',
    brief: 'Brief',
    quotes: 'Quotes',
    figures: 'Figures',
    events: 'Events',
  },
}

export type Strings = typeof english

export const strings: Strings = english
