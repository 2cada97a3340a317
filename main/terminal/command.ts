/** A command of the terminal with its options, from which its help is made. */
export type Command = {
  /** As it is typed: `quote add`. */
  name: string
  /** The arguments after it, for the help: `<file>…`. */
  argumentsHelp: string
  summary: string
  options: Readonly<Record<string, OptionHelp>>
  /** How many arguments it takes, at least and at most. */
  takes: readonly [number, number]
  /** Whether it changes the library, and so needs it for itself; or the options with which it does. */
  writes: boolean | readonly string[]
  /** Whether it may begin a library where there is none. */
  begins?: boolean
}

type OptionHelp = { value: string | null; help: string; required?: boolean }
