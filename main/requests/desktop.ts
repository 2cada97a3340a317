// What the system's desktop and the window tell each other: what was open last, and which files are to be opened.
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

export function desktopRequests({
  desktop,
}: Pick<Ports, 'desktop'>): Pick<Handlers, 'recent.show' | 'file.waiting'> {
  return {
    'recent.show': async ({ places }) => {
      desktop.showRecent(places)
      return null
    },
    'file.waiting': () => desktop.namedFiles.waiting(),
  }
}
