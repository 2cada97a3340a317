// How far the app has come, for the parts that may be used only from, or until, some point.
let ready = false

export function isReady(): boolean {
  return ready
}

export function markReady(): void {
  ready = true
}
