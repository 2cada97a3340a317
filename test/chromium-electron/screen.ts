// screen: one display of a usual size, whatever there is.
import type { Rectangle } from 'electron'
import { isReady } from './lifecycle.ts'
import { StrictEmitter, sealPrototype } from './strict.ts'

const size = { width: 1920, height: 1080 }

const primary = () => ({
  id: 1,
  label: '',
  bounds: { x: 0, y: 0, ...size },
  workArea: { x: 0, y: 0, ...size },
  size: { ...size },
  workAreaSize: { ...size },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
  colorDepth: 24,
  displayFrequency: 60,
})

class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay() {
    if (!isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return primary()
  }

  getAllDisplays() {
    return [this.getPrimaryDisplay()]
  }

  getDisplayMatching(_rectangle: Rectangle) {
    return this.getPrimaryDisplay()
  }
}
sealPrototype('screen', Screen)

export const screen = new Screen()
