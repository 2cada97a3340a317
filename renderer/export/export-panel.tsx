import { useEffect } from 'preact/hooks'
import type { SeveralExported } from '../../shared/answers.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { focusWork } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { shownLine } from '../editor/line-to-show.ts'
import { openBrief, room } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { cancelExport, type ExportState, exportAgain, exportBrief, exportState } from './export-brief.ts'

/** Files beside the one that was asked for; of more, how many. */
const mostNamed = 3

const stages = ['composing', 'printing', 'writing'] as const

/** How the export stands: its stages while it runs, then where the file is and what the checks found. */
export function ExportPanel() {
  const state = exportState.value
  const texts = strings.export
  const openId = openBrief.value?.id

  useEffect(() => {
    const left = exportState.value
    if (!left || left.is === 'running') return
    if (room.value !== 'briefs' || openId !== briefOf(left)) exportState.value = null
  }, [room.value, openId])

  if (!state) return null
  const close = () => {
    exportState.value = null
    focusWork()
  }
  return (
    <section class="export-panel" aria-label={texts.label} aria-live="polite">
      {state.is === 'running' && (
        <ol class="export-stages">
          {stages.map(stage => {
            const at = state.stage ? stages.indexOf(state.stage) : -1
            const own = stages.indexOf(stage)
            const progress = own < at ? 'past' : own === at ? 'now' : 'ahead'
            return (
              <li
                key={stage}
                class={`export-stage export-stage-${progress}`}
                aria-current={progress === 'now' ? 'step' : undefined}
              >
                {texts.stages[stage]}
              </li>
            )
          })}
        </ol>
      )}
      {state.is === 'running' && state.stage === null && <p class="export-file">{texts.choosing}</p>}
      {state.is === 'running' && state.stage !== null && (
        <div class="export-progress">
          <span>{state.several && texts.several(state.several.done, state.several.all)}</span>
          <Button label={strings.actions.cancel} look="quiet" onPress={cancelExport} />
        </div>
      )}
      {state.is !== 'running' && (
        <header class="export-head">
          <h2>{headOf(state)}</h2>
          <Button label={strings.actions.close} icon="close" look="quiet" isIconOnly onPress={close} />
        </header>
      )}
      {state.is === 'held' && (
        <>
          <p class="export-file">{texts.heldText}</p>
          <span>
            <Button label={texts.evenSo} onPress={() => void exportBrief({ id: state.brief }, true)} />
          </span>
          <Findings brief={state.brief} findings={state.findings} />
        </>
      )}
      {state.is === 'failed' && (
        <>
          <p class="export-failed">{state.message}</p>
          <Button label={strings.actions.retry} onPress={() => void exportAgain(state.briefs)} />
        </>
      )}
      {state.is === 'done' && (
        <>
          <p class="export-file">
            <code>{state.outcome.file}</code>
            {state.outcome.also.slice(0, mostNamed).map(file => (
              <>
                {' '}
                {texts.also} <code>{file}</code>
              </>
            ))}{' '}
            {state.outcome.also.length > mostNamed && texts.alsoMore(state.outcome.also.length - mostNamed)}
          </p>
          <ShowFile file={state.outcome.file} />
          <Findings brief={state.outcome.brief} findings={state.outcome.findings} />
        </>
      )}
      {state.is === 'several-done' && <SeveralOutcome outcome={state.outcome} />}
    </section>
  )
}

/** The brief that has to be open for a state to be shown. */
function briefOf(state: Exclude<ExportState, { is: 'running' }>): string {
  if (state.is === 'failed') return state.briefs[0]
  return state.is === 'done' ? state.outcome.brief : state.brief
}

function headOf(state: Exclude<ExportState, { is: 'running' }>): string {
  const texts = strings.export
  if (state.is === 'several-done') return texts.severalDone(state.outcome.files.length)
  return state.is === 'done' ? texts.done[state.outcome.format] : texts[state.is]
}

function SeveralOutcome({ outcome }: { outcome: SeveralExported }) {
  const texts = strings.export
  const [first] = outcome.files
  return (
    <>
      <p class="export-file">
        <code>{outcome.folder}</code>
      </p>
      {outcome.isCancelled && <p class="export-file">{texts.severalLeft}</p>}
      {first !== undefined && <ShowFile file={first.file} />}
      {outcome.files
        .filter(({ openErrors }) => openErrors > 0)
        .map(({ file, openErrors }) => (
          <p key={file} class="export-failed">
            {texts.errorsIn(nameOf(file), openErrors)}
          </p>
        ))}
      {outcome.failures.map(message => (
        <p key={message} class="export-failed">
          {message}
        </p>
      ))}
    </>
  )
}

/** A path's last part, on whatever system. */
function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}

function ShowFile({ file }: { file: string }) {
  return (
    <span>
      <Button label={strings.export.show} onPress={() => void request('export.show', { file })} />
    </span>
  )
}

function Findings({ brief, findings }: { brief: string; findings: readonly Finding[] }) {
  const texts = strings.export
  if (findings.length === 0) return <p class="export-file">{texts.noFindings}</p>
  const goTo = async (line: number) => {
    await openBriefById(brief)
    room.value = 'briefs'
    shownLine.value = { brief, line }
  }
  return (
    <>
      <h3 class="export-count">{texts.findings(findings.length)}</h3>
      <ul class="export-findings">
        {findings.map(finding => (
          <li key={`${finding.rule} ${finding.line} ${finding.column} ${finding.message}`}>
            <button type="button" class="finding" onClick={() => void goTo(finding.line)}>
              <span class={`finding-place finding-${finding.severity}`}>
                {texts.severities[finding.severity]} · {texts.line(finding.line)}
              </span>
              <span>{finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
