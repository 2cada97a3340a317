import { useEffect } from 'preact/hooks'
import type { Finding } from '../../shared/verify/finding.ts'
import { focusWork } from '../app/focus-work.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { shownLine } from '../editor/line-to-show.ts'
import { openBrief, room } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { exportBrief, exportState } from './export-brief.ts'

const stages = ['composing', 'printing', 'writing'] as const

/** How the export stands: its stages while it runs, then where the file is and what the checks found. */
export function ExportPanel() {
  const state = exportState.value
  const texts = strings.export
  const openId = openBrief.value?.id

  useEffect(() => {
    const left = exportState.value
    if (!left || left.is === 'running') return
    const brief = left.is === 'done' ? left.outcome.brief : left.brief
    if (room.value !== 'briefs' || openId !== brief) exportState.value = null
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
      {state.is !== 'running' && (
        <header class="export-head">
          <h2>{state.is === 'done' ? texts.done : state.is === 'held' ? texts.held : texts.failed}</h2>
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
          <Button label={strings.actions.retry} onPress={() => void exportBrief({ id: state.brief })} />
        </>
      )}
      {state.is === 'done' && (
        <>
          <p class="export-file">
            <code>{state.outcome.file}</code>
          </p>
          <Findings brief={state.outcome.brief} findings={state.outcome.findings} />
        </>
      )}
    </section>
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
