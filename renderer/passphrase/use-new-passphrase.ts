import { useState } from 'preact/hooks'
import { passphraseStrings } from './passphrase-strings.ts'

const shortest = 12

/** A new passphrase, typed twice, and what is wrong with it. Main looks at its length too. */
export function useNewPassphrase() {
  const [value, setValue] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string>()
  const [againError, setAgainError] = useState<string>()
  return {
    value,
    again,
    error,
    againError,
    type: (typed: string) => {
      setValue(typed)
      setError(undefined)
    },
    typeAgain: (typed: string) => {
      setAgain(typed)
      setAgainError(undefined)
    },
    /** Whether it can be used; says why where it cannot. */
    check: (): boolean => {
      const isLong = [...value].length >= shortest
      const isSame = value === again
      setError(isLong ? undefined : passphraseStrings.tooShort)
      setAgainError(isSame ? undefined : passphraseStrings.differs)
      return isLong && isSame
    },
  }
}
