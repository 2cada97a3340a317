// Every request: its name and its input, in one place; what each answers with stands in request-outputs.ts.
// The schemas run in main alone; the window imports this file for its types only.
import * as z from 'zod'
import { exportFormats } from './brief/export-format.ts'
import { paperNames } from './brief/paper.ts'
import { notesPlaces } from './brief/template.ts'
import { namesRealDays } from './dates/names-real-days.ts'
import {
  largestKeptSteps,
  largestPastedHtml,
  largestPictureBytes,
  largestSourceBytes,
  mostAtOnce,
} from './model/limits.ts'
import { preferenceFields } from './model/preferences.ts'
import { day, edtfDate, id, instant, line, sha256, webAddress } from './model/v1/fields.ts'
import {
  eventFields as storedEventFields,
  figureFields as storedFigureFields,
  quoteFields as storedQuoteFields,
} from './model/v2/evidence.ts'
import { marking } from './model/v2/fields.ts'
import { personFields } from './model/v2/person.ts'
import { decisionOutcome } from './model/v3/evidence.ts'
import { briefFields } from './model/v5/brief.ts'
import type { RequestName } from './request-names.ts'
import { spellingLanguages } from './spelling-languages.ts'

const offset = z.int().nonnegative()
const version = z.int().positive()
const nothing = z.strictObject({})
const isPictureSized = ({ length }: Uint8Array) => length <= largestPictureBytes
const pictureFile = {
  name: line,
  bytes: z.instanceof(Uint8Array).refine(isPictureSized, 'is larger than 20 MB'),
}
const filePath = z.string().min(1).max(4000)

/**
 * The place of evidence in a source: a range of UTF-16 code units, or words that stand there exactly once.
 * Null makes evidence without a source.
 */
const place = z
  .union([
    z.strictObject({ source: id, start: offset, end: offset }),
    z.strictObject({ source: id, exact: z.string().min(1) }),
  ])
  .nullable()

const tags = z.array(line).max(100)

/** Suggestions by their kinds and places in a source's text (UTF-16 code units, end exclusive). */
const suggestedPlaces = z
  .array(z.strictObject({ kind: z.enum(['quote', 'figure', 'event']), start: offset, end: offset }))
  .max(20_000)

/** A word without a space in it. */
const knownWord = z.string().min(1).max(100).regex(/^\S+$/)

const typedDate = edtfDate.refine(namesRealDays, 'names a day that is in no calendar')
const quoteFields = { ...storedQuoteFields, saidOn: typedDate.nullable() }
const figureFields = { ...storedFigureFields, asOf: typedDate.nullable() }
const eventFields = { ...storedEventFields, when: typedDate }

/** A passphrase or a recovery key, as it was typed. */
const secret = z.string().min(1).max(1000)

/** Where evidence is put: see `place`. */
export type Place = z.infer<typeof place>

/** What a person may say of a source; each is proposed from the text where it stands there. */
const sourceFields = {
  title: line,
  publisher: line.nullable(),
  authors: z.array(line).max(100),
  url: webAddress.nullable(),
  publishedOn: typedDate.nullable(),
  marking,
  tags,
}

/** The same with the words that stand there, so that a place in another state of the text is none. */
const suggestedWords = z
  .array(
    z.strictObject({
      kind: z.enum(['quote', 'figure', 'event']),
      start: offset,
      end: offset,
      text: z.string().min(1),
    }),
  )
  .max(20_000)

/**
 * A schema in which every field may be left out, and a field left out stays as it is. `since` is the `updatedAt` of the
 * state that was changed, where the caller knows it: what another program wrote since then is brought together with it.
 */
function changes<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ id, fields: z.strictObject(shape).partial(), since: instant.optional() })
}

/** The same for evidence, which may also be moved to another place, or (null) away from its source. */
function evidenceChanges<Shape extends z.ZodRawShape>(shape: Shape) {
  return changes(shape).extend({ place: place.optional() })
}

const answer = { id, rule: line, reason: line.nullable() }

/** How briefs are exported; what is left out is as their form says, and the format as the file's ending. */
const severalChoice = z
  .strictObject({
    format: z.enum(exportFormats),
    template: line,
    notes: z.enum(notesPlaces),
    paper: z.enum(paperNames),
  })
  .partial()

/** The same of one, as it was issued, or with another date in its title block. */
const exportChoice = severalChoice.extend({ version, date: day }).partial()

/** What is typed in a brief and may not be saved yet, as far as the checks look at it. */
const typedFields = z
  .strictObject({
    body: briefFields.body,
    marking: briefFields.marking,
    template: briefFields.template,
    date: briefFields.date,
    dueOn: briefFields.dueOn,
    reference: briefFields.reference,
  })
  .partial()

/** Fields that a creation may leave out, with what they then are. */
const quoteInput = {
  ...quoteFields,
  role: quoteFields.role.default(null),
  organisation: quoteFields.organisation.default(null),
  cue: quoteFields.cue.default(null),
  saidOn: quoteFields.saidOn.default(null),
  kind: quoteFields.kind.default('opinion'),
  person: quoteFields.person.default(null),
  language: quoteFields.language.default(null),
  translation: quoteFields.translation.default(null),
  marking: quoteFields.marking.default(null),
  tags: tags.default([]),
}
const figureInput = {
  ...figureFields,
  upper: figureFields.upper.default(null),
  qualifier: figureFields.qualifier.default(null),
  scale: figureFields.scale.default(null),
  asOf: figureFields.asOf.default(null),
  shelfLife: figureFields.shelfLife.default(null),
  series: figureFields.series.default(null),
  marking: figureFields.marking.default(null),
  tags: tags.default([]),
}
const eventInput = {
  ...eventFields,
  participants: eventFields.participants.default([]),
  place: eventFields.place.default(null),
  marking: eventFields.marking.default(null),
  tags: tags.default([]),
}
const personInput = {
  ...personFields,
  aliases: personFields.aliases.default([]),
  kind: personFields.kind.default('person'),
  role: personFields.role.default(null),
  organisation: personFields.organisation.default(null),
  tags: tags.default([]),
}
// A quote's words come from its place in the source; they are said only where it has none.
const { text: quoteText, ...quoteInputWithoutText } = quoteInput

export const requestInputs = {
  'library.describe': nothing,
  'library.list': nothing,
  /** Some records of one kind as lists know them, newest first; those that come after one where `after` says which. */
  'library.page': z.strictObject({
    collection: z.enum(['sources', 'quotes', 'figures', 'events', 'people', 'briefs']),
    after: z.strictObject({ updatedAt: instant, id }).nullable(),
    limit: z.int().positive().max(5000),
  }),
  /** Opens a sealed library by its passphrase or its recovery key; the window then reads all of it anew. */
  'library.unlock': z.strictObject({ secret, isRemembered: z.boolean().default(false) }),
  /** Forgets the key of a sealed library until it is unlocked again. */
  'library.lock': nothing,

  'passphrase.describe': nothing,
  /** Makes a recovery key for a library that is to be sealed; refused where the passphrase is too short. */
  'passphrase.prepare': z.strictObject({ passphrase: secret }),
  /** Seals the library. `lastGroup` is of the recovery key that was prepared last: it was written down. */
  'passphrase.put': z.strictObject({
    passphrase: secret,
    lastGroup: line,
    isRemembered: z.boolean().default(false),
  }),
  /** `secret` is the passphrase until now, or the recovery key. */
  'passphrase.change': z.strictObject({ secret, passphrase: secret }),
  /** Writes the library in the clear again. */
  'passphrase.remove': z.strictObject({ secret }),
  /** Whether this computer's keychain keeps the key, so that the library opens without its passphrase. */
  'passphrase.remember': z.strictObject({ isRemembered: z.boolean() }),

  'record.get': z.strictObject({ id }),
  /** Moves a record to the trash. Refused, naming the uses, where it is in use and `evenIfUsed` is not set. */
  'record.delete': z.strictObject({ id, evenIfUsed: z.boolean().default(false) }),
  /** Gives a record another id, and rewrites the references to it in every brief, as one save; renaming back undoes it. */
  'record.rename': z.strictObject({ id, to: line }),
  /** Where a record is used. */
  'backlinks.list': z.strictObject({ id }),

  'trash.list': nothing,
  /** Takes a record back from the trash. */
  'trash.restore': z.strictObject({ id }),
  /** Deletes for good everything that is in the trash. */
  'trash.empty': nothing,

  'version.list': z.strictObject({ id }),
  'version.get': z.strictObject({ id, at: instant }),
  /** Makes a record what it was at that time; what it is now becomes a version. */
  'version.restore': z.strictObject({ id, at: instant }),

  /** Texts that an earlier session left unsaved. */
  'draft.list': nothing,
  /** Keeps what is being typed in a brief until it is saved. */
  'draft.keep': z.strictObject({ id, fields: z.strictObject({ ...briefFields, tags }).partial() }),
  /** Removes what earlier sessions left of a brief, once that was decided; it becomes a version of the brief. */
  'draft.drop': z.strictObject({ id, at: instant }),
  /** Makes a brief of what earlier sessions left of one that is gone. */
  'draft.adopt': z.strictObject({ id, at: instant }),

  /** Asks where to with the save dialog, and puts the whole library into one file that is read back. */
  'backup.make': nothing,
  /** The backups that there are of this library where those of every day go. */
  'backup.list': nothing,
  /** Makes a backup at once where those of every day go. */
  'backup.keep': nothing,
  /** Asks for the folder that backups go to from now on; `isUsual` takes the app's own. */
  'backup.move': z.strictObject({ isUsual: z.boolean() }),
  /** Asks for a backup with the open dialog. */
  'backup.choose': nothing,
  /** Reads a backup back. Refused, saying why, where it is damaged. */
  'backup.verify': z.strictObject({ file: filePath }),
  /**
   * Restores a backup into a folder that is asked for, or in the place of the open library, which is moved aside; the
   * window is loaded anew then, and asks `backup.outcome`.
   */
  'backup.restore': z.strictObject({ file: filePath, into: z.enum(['new-folder', 'in-place']) }),
  /** What came of a restore in this session or of one that the start has ended; told once. */
  'backup.outcome': nothing,
  /** Breaks off the backups that are being made or read back by request. What is half written goes. */
  'backup.cancel': nothing,

  /** What could not be read, at this start and before. */
  'recovery.list': nothing,
  /** Shows one of the library's files, or of its backups, in the system's file manager. */
  'file.show': z.strictObject({ file: filePath }),

  /** Asks for a new folder, and writes everything there as Markdown, JSON and original files. */
  'library.export': nothing,
  /** Asks for a folder that `library.export` has made, and takes in what the library does not have. */
  'library.import': nothing,
  /** Takes in a library that shows newcomers around, as one that was exported. */
  'sample.take': nothing,
  /** Asks for the folder of an Obsidian vault or a Joplin export, and takes in its notes. */
  'notes.import': nothing,

  /** Asks for files with the open dialog and imports each. */
  'source.import': z.strictObject({
    fields: z.strictObject(sourceFields).partial().default({}),
    areNamed: z.boolean().default(false),
  }),
  /** Imports a file that was dropped on the window, or each file of a ZIP. */
  'source.capture': z.strictObject({ name: line, bytes: z.instanceof(Uint8Array) }),
  /** `html` is the piece of a page that the words were copied from. */
  'source.paste': z.strictObject({
    text: z.string(),
    html: z.string().max(largestPastedHtml).nullable().default(null),
  }),
  /** Keeps a picture with a source. Refused where it is none that the window can show. */
  'source.attach': z.strictObject({ id, ...pictureFile }),
  /** Other sources whose texts are near-duplicates of one's: copies of a story, or written from one another. */
  'source.alike': z.strictObject({ id }),
  /** Breaks off what is being taken in; what is in by then stays in. */
  'capture.cancel': nothing,
  /** A text that was corrected by hand takes the evidence in it along; see `evidence.places` for what cannot follow. */
  'source.set': changes({ ...sourceFields, tags, text: z.string().min(1).max(largestSourceBytes) }),

  'quote.create': z.strictObject({
    place,
    fields: z.strictObject({ ...quoteInputWithoutText, text: quoteText.optional() }),
  }),
  'quote.set': evidenceChanges({ ...quoteFields, tags }),
  'figure.create': z.strictObject({ place, fields: z.strictObject(figureInput) }),
  'figure.set': evidenceChanges({ ...figureFields, tags }),
  'event.create': z.strictObject({ place, fields: z.strictObject(eventInput) }),
  'event.set': evidenceChanges({ ...eventFields, tags }),
  'person.create': z.strictObject({ fields: z.strictObject(personInput) }),
  'person.set': changes({ ...personFields, tags }),
  /**
   * Makes two people one, as one save: the kept one takes the names of the other, the quotes of whom and the references to
   * whom are led there, and who goes to the trash.
   */
  'person.merge': z.strictObject({ keep: id, merge: id }),
  /** Takes back a merge of this session. Refused where there was none, or the other one was deleted for good. */
  'person.unmerge': z.strictObject({ keep: id, merge: id }),
  /** What may be evidence in a source; of a long text `source.suggested` tells the opening's first. */
  'source.suggest': z.strictObject({ id }),
  /** Remembers that suggestions are not wanted. Refused where their words do not stand at their places any more. */
  'suggestion.refuse': z.strictObject({ source: id, suggestions: suggestedWords }),
  /** Forgets that suggestions were refused: some of them, or (null) all of a source. */
  'suggestion.restore': z.strictObject({ source: id, suggestions: suggestedWords.nullable() }),
  /**
   * Makes evidence of what is suggested at places, or (null) of all that is found for certain; leaves out what stands there
   * already and events without a date.
   */
  'evidence.make': z.strictObject({ source: id, of: suggestedPlaces.nullable().default(null) }),
  /** In how many saved briefs evidence is mentioned. */
  'evidence.uses': nothing,
  /** Changes several pieces of evidence, as one save; what only quotes have is refused for others. */
  'evidence.change': z.strictObject({
    changes: z
      .array(
        z.strictObject({
          id,
          fields: z
            .strictObject({
              tags,
              marking,
              speaker: quoteFields.speaker,
              role: quoteFields.role,
              organisation: quoteFields.organisation,
              person: quoteFields.person,
            })
            .partial(),
        }),
      )
      .max(mostAtOnce),
  }),
  /** Moves several pieces of evidence to the trash, as one save. Refused where a brief uses one and `evenIfUsed` is not set. */
  'evidence.delete': z.strictObject({ ids: z.array(id).max(20_000), evenIfUsed: z.boolean().default(false) }),
  /** Takes several pieces of evidence back from the trash. */
  'evidence.restore': z.strictObject({ ids: z.array(id).max(20_000) }),
  /** The evidence whose exact words no longer stand at its place. */
  'evidence.orphaned': nothing,
  /** Whether that is so of one piece of evidence, and the places most like it. */
  'evidence.places': z.strictObject({ id }),

  /** Reads those of the library anew: another program may have changed them. */
  'template.list': nothing,
  /** The text of a template's file, also of the app's own. */
  'template.show': z.strictObject({ name: line }),
  /** Keeps a template's file in the library, under a name that is made of the file's where none is given. */
  'template.add': z.strictObject({ name: line.optional() }),
  /** Makes a template of a brief: its form, with its text to begin with. */
  'template.keep': z.strictObject({ brief: id, title: line }),
  /** Writes the text of a template to a file that the person chooses. */
  'template.save': z.strictObject({ name: line }),
  /** Moves one of the library's own to the trash; refused while a brief has that form. */
  'template.remove': z.strictObject({ name: line }),
  'template.restore': z.strictObject({ name: line }),
  /** What a brief refers to, and the sources of that evidence, as lists know them. */
  'brief.linked': z.strictObject({ id }),
  /** A new brief: the template's form, filled from a source's evidence where `from` names one, or the body given. */
  'brief.create': z.strictObject({
    template: line,
    title: line,
    from: id.nullable().default(null),
    body: briefFields.body.nullable().default(null),
    date: briefFields.date.default(null),
    /** As its form says, or as is preferred, where it is left out. */
    marking: briefFields.marking.optional(),
  }),
  'brief.set': changes({ ...briefFields, tags }).extend({
    /** Whether the state before is kept as a version, however short ago it was saved. */
    keepsVersion: z.boolean().default(false),
  }),
  'brief.duplicate': z.strictObject({ id }),
  /**
   * Asks for the PDF of a brief with the open dialog, unless one is given, and takes over the brief that it carries with all that it refers to.
   * Refused, naming what is wrong, where something of it is missing or is not what was attached; nothing is written then.
   */
  'brief.open': z.strictObject({
    isNamed: z.boolean().default(false),
    file: z
      .strictObject({ name: line, bytes: z.instanceof(Uint8Array) })
      .nullable()
      .default(null),
  }),
  /**
   * Runs the checks over a brief as it is saved, or with fields that are not yet. Dates are judged on `date`, else on the
   * brief's own, else on today's.
   */
  'brief.verify': z.strictObject({ id, fields: typedFields.optional(), date: day.optional() }),
  /**
   * How long a brief is, as it is saved or with fields that are not yet. Pages are told where they were counted; with
   * `mayPrint` they are counted by a print in the background, which is dropped where a newer one or an export comes first.
   */
  'brief.measure': z.strictObject({
    id,
    fields: typedFields.optional(),
    mayPrint: z.boolean().default(true),
  }),
  /** Asks where to with the save dialog, and writes the brief there in the format that the file's ending asks for. */
  'brief.export': z.strictObject({ id, choice: exportChoice.default({}) }),
  /** Asks for a folder, and exports briefs there, each under a name that is free; one that fails stops none of the others. */
  'briefs.export': z.strictObject({ ids: z.array(id).min(1).max(1000), choice: severalChoice.default({}) }),
  /** A brief for the clipboard. */
  'brief.copy': z.strictObject({ id }),
  /** How briefs were exported last on this machine. */
  'export.last': nothing,
  /** Shows a file that this session has exported in the system's file manager. */
  'export.show': z.strictObject({ file: filePath }),
  /** Breaks off every export under way; what is written by then stays. */
  'export.cancel': nothing,
  /** Keeps a picture for a brief to show: see `attachmentAddress`. Refused where it is none that can be shown. */
  'brief.attach': z.strictObject(pictureFile),
  /** Keeps the steps that can be undone in a brief's text for the rest of the day: the window alone knows what they mean. */
  'steps.keep': z.strictObject({ id, steps: z.string().max(largestKeptSteps) }),
  'steps.recall': z.strictObject({ id }),
  /** What a piece of a page that was copied, and the same as plain text, is in Markdown; nothing is kept. */
  'brief.paste': z.strictObject({ html: z.string().max(largestPastedHtml), text: z.string() }),
  /**
   * A brief's pages, as it is saved or with fields that are not yet: an unfinished print made in the background, which is dropped
   * where a newer one comes first.
   */
  'brief.pages': z.strictObject({ id, fields: typedFields.optional() }),
  /** Everything there is to know before a brief is issued; prints it once, so that its pages are known. */
  'issue.check': z.strictObject({ id }),
  /**
   * Freezes a brief as it is saved, with what it uses and its PDF, as its next version. Refused while an error is
   * unanswered, naming the findings, and where nothing changed since the last version.
   */
  'brief.issue': z.strictObject({ id }),
  /** The issued versions of a brief, newest first. */
  'issue.list': z.strictObject({ id }),
  /** What was frozen. Refused where it is not what was frozen any more. */
  'issue.get': z.strictObject({ id, version }),
  /** Asks where to with the save dialog, and writes a copy of the frozen PDF. */
  'issue.save': z.strictObject({ id, version }),
  /** Asks for a new folder, and copies the whole version there as it was frozen, with its manifest. */
  'issue.export': z.strictObject({ id, version }),
  /** What changed between two versions; `to` null is the brief as it is saved. */
  'issue.compare': z.strictObject({ id, from: version, to: version.nullable() }),
  /** The same as a PDF; asks where to with the save dialog. */
  'changes.export': z.strictObject({ id, from: version, to: version.nullable() }),
  /** Keeps the decision that came back on a recommendation of an issued version, as an event. */
  'decision.record': z.strictObject({
    id,
    version,
    recommendation: line,
    outcome: decisionOutcome,
    by: line,
    on: day,
  }),
  /**
   * Says why findings of a rule may stand: those on a line, or those on the words and about the evidence by which an
   * answer knows them. The reason is kept with the brief; null withdraws it.
   */
  'finding.answer': z.union([
    z.strictObject({ ...answer, line: z.int().positive() }),
    z.strictObject({ ...answer, words: z.string().max(5000), evidence: id.nullable() }),
  ]),
  /** Every check, and whether it is on: in this library, for a brief of a form where `template` names one. */
  'rule.list': z.strictObject({ template: line.nullable().default(null) }),
  /** Turns a check on or off in this library; null leaves it to the template again. Refused where there is no such rule. */
  'rule.set': z.strictObject({ rule: line, isOn: z.boolean().nullable() }),
  /** What a check finds, and a text of each kind; refused where there is no such rule. */
  'rule.explain': z.strictObject({ rule: line }),
  /** The text around evidence, and what rules find, as an annex says them. */
  'annex.describe': z.strictObject({ evidence: z.array(id).max(10_000), rules: z.array(line).max(1000) }),
  /** The words of a language, packed: see `spellingLanguages`. */
  'dictionary.read': z.strictObject({ language: z.enum(spellingLanguages) }),
  /** `query` as a person types it: see `parseSearch`. Opened read-only, it finds what the index knew last. */
  'search.find': z.strictObject({ query: z.string().max(1000), limit: z.int().min(1).max(500).default(50) }),
  /** Makes the index anew from the files, and resolves once it is whole; `search.cancel` ends that. */
  'search.rebuild': nothing,
  'search.cancel': nothing,
  'search.saved': nothing,
  /** Keeps a query in this library, or no longer; gives all of them. */
  'search.save': z.strictObject({ query: line, isKept: z.boolean() }),
  /** The words that a person has added to the dictionary of this library. */
  'word.list': nothing,
  /** Adds a word to it, or takes it out. */
  'word.set': z.strictObject({ word: knownWord, isKnown: z.boolean() }),
  'preferences.get': nothing,
  /** Keeps what a person prefers on this machine; what is left out stays as it is. */
  'preferences.set': z.strictObject({ preferences: z.strictObject(preferenceFields).partial() }),
  /** How large pictures are that the library keeps; null for what is none of them that can be shown. */
  'picture.describe': z.strictObject({ pictures: z.array(sha256).max(10_000) }),
  /** Shows what was open last in the menu of the system, the last first. */
  'recent.show': z.strictObject({
    places: z.array(z.strictObject({ room: z.enum(['briefs', 'sources']), id, title: line })).max(10),
  }),
  /** How many files the system asks to open: `source.import` and `brief.open` take them where they are to be the named ones. */
  'file.waiting': nothing,

  /** Something went wrong in the window that nobody foresaw; what is written of it holds nobody's words. */
  'failure.note': z.strictObject({
    name: z.string().max(100),
    message: z.string().max(20_000),
    stack: z.string().max(20_000),
  }),
  /** Saves a report of what went wrong, where the person says. */
  'failure.save': nothing,
  /** How the window was left: names of choices and what was chosen. */
  'window.recall': nothing,
  /** Remembers choices of the window for its next start; null takes one out. */
  'window.keep': z.strictObject({ choices: z.record(z.string().max(60), z.string().max(8000).nullable()) }),
  /** Says that nothing is left to save: the window may go. */
  'window.close': nothing,
  /** Says that something would be lost and the person is asked about it: the window stays. */
  'window.stay': nothing,
} satisfies Record<RequestName, z.ZodType>

/** What the caller may leave out is optional here. */
export type RequestInput<Name extends RequestName> = z.input<(typeof requestInputs)[Name]>

/** What a handler receives: validated, with defaults filled in. */
export type ValidInput<Name extends RequestName> = z.output<(typeof requestInputs)[Name]>
