import { useState } from 'preact/hooks'
import { closeDialog } from '../state/desk.ts'
import { GivePassphrase } from './give-passphrase.tsx'
import { ManagePassphrase } from './manage-passphrase.tsx'
import { passphrase } from './passphrase-actions.ts'
import { ReplacePassphrase } from './replace-passphrase.tsx'

/** Gives a plain library a passphrase; changes a sealed one's, or takes it off. */
export function PassphraseDialog() {
  const [step, setStep] = useState<'manage' | 'change' | 'remove'>('manage')
  const described = passphrase.value
  if (!described) return null
  if (described.state === 'plain') return <GivePassphrase described={described} onClose={closeDialog} />
  if (step === 'manage')
    return <ManagePassphrase described={described} onStep={setStep} onClose={closeDialog} />
  return <ReplacePassphrase key={step} step={step} onClose={closeDialog} />
}
