// What went wrong in a way that nobody foresaw: noted by main, and told with a report to save.
import { onNotice, request } from '../bridge/bridge.ts'
import { notices, showNotice, tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** Told once until it is dismissed, however often it happens. */
let shown: number | null = null

export function listenForFailures(): void {
  window.addEventListener('error', ({ error }) => note(error))
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason))
  onNotice('failure.noted', tellOfFailure)
}

function note(thrown: unknown): void {
  // Without one the browser speaks of its own work, such as a loop of ResizeObserver.
  if (!(thrown instanceof Error)) return
  const { name, message, stack = '' } = thrown
  const longest = 20_000
  void request('failure.note', {
    name: name.slice(0, 100),
    message: message.slice(0, longest),
    stack: stack.slice(0, longest),
  })
  tellOfFailure()
}

function tellOfFailure(): void {
  if (notices.value.some(({ id }) => id === shown)) return
  const { happened, report, save } = strings.failures
  shown = showNotice('problem', happened, [report], { label: save, onPress: () => void saveReport() })
}

async function saveReport(): Promise<void> {
  const result = await request('failure.save', {})
  if (!result.ok) return tell('problem', result.problem.message)
  if (result.value.file !== null) tell('info', strings.failures.saved(result.value.file))
}
