// One command of the terminal, carried out by the same requests the window makes.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExportOutcome } from '../../shared/answers.ts'
import type { RequestName } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { problemOf } from '../requests/answer.ts'
import { placesOf } from '../requests/export-places.ts'
import type { Answer } from '../requests/requests.ts'
import { findingLines, verified } from './checks.ts'
import { chooseRules } from './choose-rules.ts'
import { exportChoice, formatIn } from './export-options.ts'
import { changedBrief, issueBrief } from './issue-brief.ts'
import { printMeasure, printMeasures } from './measures.ts'
import { moveHouse } from './move-house.ts'
import { addPerson, printPeople, printPerson } from './people.ts'
import { printBacklinks } from './print-backlinks.ts'
import { printSearch } from './print-search.ts'
import type { Printed } from './printed.ts'
import { seriesFields } from './series-option.ts'
import { suggested } from './suggest.ts'
import { onTemplate } from './templates.ts'
import { type Call, WrongUsage } from './usage.ts'
import { wordsBetween } from './words-between.ts'

type World = {
  answer: Answer
  /** The folder relative paths are taken from. */
  folder: string
  /** What the dialogs will answer: the files to import, and where a file goes or is. */
  choose: (choice: { sources?: string[]; file?: string; backup?: string; folder?: string }) => void
  standardInput: () => Promise<Uint8Array>
}

/** Carries out a command. Throws WrongUsage, or a RequestProblem where it was refused. */
export async function runCommand(call: Call, world: World): Promise<Printed> {
  const {
    command,
    options,
    arguments: [first = '', second = ''],
  } = call
  const request = async <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name>> => {
    const result = await world.answer(name, input)
    if (!result.ok) throw new RequestProblem(result.problem.code, result.problem.message)
    return result.value
  }
  const [subject, verb] = command.name.split(' ')
  switch (subject) {
    case 'import':
      return importFiles()
    case 'quote':
    case 'figure':
    case 'event': {
      // The schema of the request reads the fields; the terminal only brings them in its form.
      const input = {
        fields: { ...evidenceFields(call), ...(await seriesOf(call)) },
        ...(verb === 'add' ? { place: placeOf(call) ?? null } : { id: first, ...optionalPlace(call) }),
      }
      const name = `${subject}.${verb === 'add' ? 'create' : 'set'}` as 'quote.create'
      return idOnly(await request(name, input as unknown as RequestInput<'quote.create'>))
    }
    case 'measures':
      return printMeasures(request)
    case 'measure':
      return printMeasure(call, request)
    case 'people':
      return printPeople(request)
    case 'person':
      return verb === 'add' ? idOnly(await addPerson(call, request)) : printPerson(call, request)
    case 'merge':
      return idOnly((await request('person.merge', { keep: second, merge: first })).person)
    case 'new': {
      const body = options.body === undefined ? null : await readBody(options.body)
      const { template = '', title = '', from = null, date = null } = options
      const brief = await request('brief.create', { template, title, from, body, date })
      const { for: names, due, marking, reference } = options
      const fields = {
        ...(names !== undefined && { recipients: wordsBetween(names, ';') }),
        ...(due !== undefined && { dueOn: due }),
        ...(marking !== undefined && { marking }),
        ...(reference !== undefined && { reference }),
      }
      return idOnly(
        Object.keys(fields).length === 0 ? brief : await request('brief.set', { id: brief.id, fields }),
      )
    }
    case 'template':
      return onTemplate(call, {
        request,
        chooseFile: file => world.choose({ file: resolve(world.folder, file) }),
      })
    case 'edit':
      return idOnly(
        await request('brief.set', { id: first, fields: { body: await readBody(options.body ?? '-') } }),
      )
    case 'show': {
      const { record } = await request('record.get', { id: first })
      return { json: record, lines: [JSON.stringify(record, null, 2)] }
    }
    case 'list':
      return listRecords()
    case 'delete':
      return idOnly(await request('record.delete', { id: first, evenIfUsed: call.flags.has('even-if-used') }))
    case 'rename':
      return idOnly((await request('record.rename', { id: first, to: second })).record)
    case 'backlinks':
      return printBacklinks(await request('backlinks.list', { id: first }))
    case 'search':
      return printSearch(call, request)
    case 'export':
      return exportTo(first)
    case 'open': {
      world.choose({ file: resolve(world.folder, first) })
      const opened = await request('brief.open', {})
      if (!opened) throw new RequestProblem('failed', 'No file was named.')
      const { brief, ...rest } = opened
      return { json: { id: brief.id, ...rest }, lines: [brief.id] }
    }
    case 'verify': {
      const { date } = options
      return verified((await request('brief.verify', { id: first, ...(date && { date }) })).findings)
    }
    case 'answer': {
      const { rule = '', reason = '', line = '' } = options
      return idOnly(
        await request('finding.answer', { id: first, rule, reason, line: wholeNumber('--line', line) }),
      )
    }
    case 'issue':
      return issueBrief(first, options.to === undefined ? null : resolve(world.folder, options.to), {
        request,
        chooseFolder: folder => world.choose({ folder }),
      })
    case 'changed':
      return changedBrief(first, options.since ?? null, request)
    case 'rules':
      return chooseRules(call, request)
    case 'suggest': {
      const { record } = await request('record.get', { id: first })
      if (!('publishedOn' in record && 'text' in record))
        throw new RequestProblem('bad-input', `${first} is no source, and there is no file of that name.`)
      return suggested({ text: record.text, day: record.publishedOn }, call)
    }
    case 'backup': {
      world.choose({ backup: resolve(world.folder, options.to ?? '') })
      const made = await request('backup.make', {})
      if (!made) throw new RequestProblem('failed', 'No file was named.')
      return { json: made, lines: [made.file] }
    }
    case 'export-library':
    case 'import-library':
    case 'import-notes':
      world.choose({ folder: resolve(world.folder, first) })
      return moveHouse(subject, request)
    default:
      return make()
  }

  async function importFiles(): Promise<Printed> {
    const { sources, known, failures, leftOut } = await importSources(call.arguments)
    const messages = failures.map(({ message }) => message)
    if (sources.length === 0) throw new RequestProblem('unreadable', messages.join('\n'))
    return {
      json: {
        sources: sources.map(({ id, title, sha256 }) => ({ id, title, sha256 })),
        ...(known.length > 0 && { known }),
        ...(leftOut.length > 0 && { leftOut }),
      },
      // What was there already in the very same words is not stored twice, and its id is as good.
      lines: sources.map(({ id, title }) => `${id}\t${title}${known.includes(id) ? '\tknown' : ''}`),
      failures: messages,
    }
  }

  async function importSources(files: readonly string[]) {
    world.choose({ sources: files.map(file => resolve(world.folder, file)) })
    const { date, title, publisher, url } = options
    const fields = {
      ...(date === undefined ? {} : { publishedOn: date }),
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    }
    return request('source.import', { fields })
  }

  async function listRecords(): Promise<Printed> {
    const lists = await request('library.list', {})
    const titled = {
      briefs: lists.briefs.map(({ id, title }) => ({ id, title })),
      sources: lists.sources.map(({ id, title }) => ({ id, title })),
      quotes: lists.quotes.map(({ id, text }) => ({ id, title: text })),
      figures: lists.figures.map(({ id, measures }) => ({ id, title: measures })),
      events: lists.events.map(({ id, title }) => ({ id, title })),
      people: lists.people.map(({ id, name }) => ({ id, title: name })),
    }
    if (first !== '' && !Object.hasOwn(titled, first))
      throw new WrongUsage(`There is no list of “${first}”; there are ${Object.keys(titled).join(', ')}.`)
    const chosen = first === '' ? titled : { [first]: titled[first as keyof typeof titled] }
    return {
      json: chosen,
      lines: Object.values(chosen).flatMap(rows =>
        rows.map(({ id, title }) => `${id}\t${title.replace(/\s+/g, ' ')}`),
      ),
    }
  }

  async function exportTo(id: string): Promise<Printed> {
    const file = resolve(world.folder, options.to ?? '')
    world.choose({ file })
    const outcome = await request('brief.export', { id, choice: exportChoice(call, formatIn(file)) })
    if (!outcome) throw new RequestProblem('failed', 'No file was named.')
    return { json: outcome, lines: exportLines(outcome) }
  }

  async function make(): Promise<Printed> {
    const { template = 'market-morning-note', date = null, to = '' } = options
    // Whatever can be refused is refused before anything is kept.
    await request('template.show', { name: template })
    const file = resolve(world.folder, to)
    await placesOf(file, formatIn(file))
    const {
      sources: [source],
      failures: [failure],
    } = await importSources([first])
    if (!source) throw new RequestProblem('unreadable', failure?.message ?? 'Nothing was imported.')
    const made = [`the source ${source.id}`]
    try {
      await request('evidence.make', { source: source.id })
      made.push('its evidence')
      const brief = await request('brief.create', { template, title: source.title, from: source.id, date })
      made.push(`the brief ${brief.id}`)
      return await exportTo(brief.id)
    } catch (error) {
      const { code, message } = problemOf(error)
      throw options.library === undefined
        ? new RequestProblem(code, message)
        : new RequestProblem(
            code,
            `${message}\nThe library keeps what was made before that: ${made.join(', ')}.`,
          )
    }
  }

  async function seriesOf({ options: { series, ...options } }: Call): Promise<object> {
    return series === undefined ? {} : seriesFields(series, await readBody(series), options)
  }

  async function readBody(file: string): Promise<string> {
    const path = resolve(world.folder, file)
    try {
      const bytes = file === '-' ? await world.standardInput() : await readFile(path)
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      if (text.includes('\0')) throw new TypeError('a NUL is no text')
      return text
    } catch (error) {
      const what =
        error instanceof TypeError ? 'is not valid UTF-8 text' : `cannot be read: ${(error as Error).message}`
      throw new RequestProblem(
        'unreadable',
        `“${file === '-' ? 'standard input' : path}” ${what}. Nothing was changed.`,
      )
    }
  }
}

function idOnly({ id }: { id: string }): Printed {
  return { json: { id }, lines: [id] }
}

function exportLines({ file, also, findings }: ExportOutcome): string[] {
  return [file, ...also, ...findings.flatMap(findingLines).map(line => `  ${line}`)]
}

function placeOf({ command, options: { source, exact, start, end } }: Call): object | null {
  if (source === undefined && exact === undefined && start === undefined && end === undefined) return null
  // Without a source there is nothing to point into: the words are a quote's own.
  if (source === undefined && exact !== undefined && command.name.startsWith('quote')) return null
  if (source === undefined) throw new WrongUsage('--exact, --start and --end need --source ID.')
  if (exact !== undefined && (start !== undefined || end !== undefined))
    throw new WrongUsage('Give --exact or --start and --end, not both.')
  if (exact !== undefined) return { source, exact }
  if (start === undefined || end === undefined)
    throw new WrongUsage('--source needs --exact WORDS, or --start N and --end N.')
  return { source, start: wholeNumber('--start', start), end: wholeNumber('--end', end) }
}

function optionalPlace(call: Call): { place?: object } {
  const place = placeOf(call)
  return place ? { place } : {}
}

function wholeNumber(option: string, words: string): number {
  if (/^\d{1,15}$/.test(words)) return Number(words)
  throw new WrongUsage(`${option} takes a whole number, not “${words}”.`)
}

/** Options to fields: `--said-on` is `saidOn`; an empty value takes a field away. */
function evidenceFields({ command, options }: Call): Record<string, unknown> {
  const notFields = new Set([
    'source',
    'exact',
    'start',
    'end',
    'series',
    'column',
    'library',
    'passphrase-file',
  ])
  const fields = Object.entries(options).filter(([name]) => !notFields.has(name))
  const isOwnWords =
    command.name.startsWith('quote') && options.source === undefined && options.exact !== undefined
  return Object.fromEntries(
    [...fields, ...(isOwnWords ? [['text', options.exact] as const] : [])].map(([name, value]) => [
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      fieldOf(name, value ?? ''),
    ]),
  )
}

function fieldOf(name: string, value: string): unknown {
  if (name === 'tags') return wordsBetween(value, ',')
  if (name === 'participants') return wordsBetween(value, ';')
  if (name === 'translation') return value === '' ? null : { text: value, language: 'en' }
  return value || null
}
