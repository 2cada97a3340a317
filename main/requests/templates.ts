// The forms that a brief may have: the app's own, and those that a person keeps in the library.
import type { OwnTemplate } from '../../shared/answers.ts'
import { onPreferredPaper, type PreferredPaper } from '../../shared/brief/paper.ts'
import { parseTemplate, TemplateFault } from '../../shared/brief/parse-template.ts'
import type { Template } from '../../shared/brief/template.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { OwnTemplates, TemplateFile } from '../library/own-templates.ts'

export class Templates {
  /** The app's own. */
  readonly #given: readonly Template[]
  readonly #own: Pick<OwnTemplates, 'files'>
  /** What was made of a file that has not changed since: the template, or its fault. */
  readonly #read = new WeakMap<TemplateFile, Template | string>()

  readonly #preferredPaper: () => PreferredPaper

  constructor(
    given: readonly Template[],
    own: Pick<OwnTemplates, 'files'>,
    preferredPaper: () => PreferredPaper,
  ) {
    this.#given = given
    this.#own = own
    this.#preferredPaper = preferredPaper
  }

  /** All that can be used, by title. */
  list(): Template[] {
    const own = this.#own.files().map(file => this.#templateIn(file))
    return [...this.#given, ...own.filter(each => typeof each !== 'string')].sort((one, other) =>
      one.title.localeCompare(other.title),
    )
  }

  /** A person's own, those that cannot be used among them. */
  own(): OwnTemplate[] {
    return this.#own.files().map(file => {
      const found = this.#templateIn(file)
      const { name } = file
      return typeof found === 'string'
        ? { name, title: null, fault: found }
        : { name, title: found.title, fault: null }
    })
  }

  isGiven(name: string): boolean {
    return this.#given.some(each => each.name === name)
  }

  find(name: string): Template | undefined {
    const given = this.#given.find(each => each.name === name)
    if (given) return given
    const file = this.#own.files().find(each => each.name === name)
    const found = file && this.#templateIn(file)
    return typeof found === 'string' ? undefined : found
  }

  /** Throws a RequestProblem that says what is wrong with it, or names the templates there are. */
  named(name: string): Template {
    const found = this.find(name)
    if (found) return found
    const broken = this.own().find(each => each.name === name)
    if (broken) {
      throw new RequestProblem(
        'unreadable',
        `The template “${name}” cannot be used: ${broken.fault}. Nothing was written or changed; mend templates/${name}.md in the library, or choose another template.`,
      )
    }
    const names = this.list().map(each => each.name)
    throw new RequestProblem(
      'not-found',
      `There is no template “${name}”. Nothing was changed; choose one of ${names.join(', ')}.`,
    )
  }

  /** The form as briefs are set in it here: on the paper that is preferred. Throws as `named` does. */
  asPrinted(name: string): Template {
    return onPreferredPaper(this.named(name), this.#preferredPaper())
  }

  findAsPrinted(name: string): Template | undefined {
    const found = this.find(name)
    return found && onPreferredPaper(found, this.#preferredPaper())
  }

  /** The form that adds least to a text's own words. */
  plainest(): { name: string } {
    const isPlain = ({ marking, numbered }: Template) => marking === null && !numbered
    return this.#given.find(isPlain) ?? this.#given[0] ?? { name: 'blank' }
  }

  #templateIn(file: TemplateFile): Template | string {
    const known = this.#read.get(file)
    if (known !== undefined) return known
    const found = this.#parsed(file)
    this.#read.set(file, found)
    return found
  }

  #parsed(file: TemplateFile): Template | string {
    if ('problem' in file) return file.problem
    if (this.isGiven(file.name)) return 'one of the app’s own has the same name'
    try {
      return parseTemplate(file.name, file.text)
    } catch (error) {
      if (error instanceof TemplateFault) return error.message
      throw error
    }
  }
}
