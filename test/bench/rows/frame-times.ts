// The frames of the window while what is long in it is scrolled and zoomed, against those of an empty page that is scrolled so.
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { openLibrary } from '../../../main/library/open-library.ts'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import { framesWhileTurning, type Turn } from '../frames/frame-times.ts'
import { generatedEvents } from '../generated-events.ts'
import { writeLibraryOf } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { launchOn } from '../launch-app.ts'
import type { Measure } from '../measure.ts'
import { briefRecord } from '../sample-brief.ts'

const rounds = 3
const turnsEach = 60
const goal = 1.5

const times = (count: number, turn: Turn): Turn[] => Array.from({ length: count }, () => turn)

/** From a quarter of a century to some days, along them, and back. */
const zoomAndPan: Turn[] = [
  ...times(turnsEach, { x: 0, y: -60 }),
  ...times(turnsEach, { x: 40, y: 0 }),
  ...times(turnsEach, { x: -40, y: 0 }),
  ...times(turnsEach, { x: 0, y: 60 }),
]
/** Down and up again, faster than one reads. */
const scroll: Turn[] = [...times(turnsEach * 2, { x: 0, y: 240 }), ...times(turnsEach * 2, { x: 0, y: -240 })]

type Scene = {
  name: string
  write: (library: string) => Promise<void>
  show: (page: Page) => Promise<void>
  selector: string
  turns: readonly Turn[]
}

const framesOf = ({ name, write, show, selector, turns }: Scene): Measure => ({
  name,
  missing: missingChromium(),
  measure: () =>
    inTemporaryFolder(async folder => {
      const library = join(folder, 'library')
      await write(library)
      // Opened once before, as every library is that has grown so far.
      await (await openLibrary({ folder: library, access: 'write', now: () => new Date() })).close()
      const { app, page } = await launchOn(folder)
      const browser = await chromium.launch({ executablePath: program(), args: peerArguments })
      try {
        await show(page)
        const empty = await browser.newPage({ viewport: { width: 1280, height: 800 } })
        const [ours, theirs]: [number[], number[]] = [[], []]
        for (let round = 0; round <= rounds; round += 1) {
          await page.bringToFront()
          const ourFrames = await framesWhileTurning(page, selector, turns)
          await empty.bringToFront()
          const theirFrames = await framesWhileTurning(empty, 'html', turns)
          // The first round warms up; and run by run, there is one of each.
          const count = round === 0 ? 0 : Math.min(ourFrames.length, theirFrames.length)
          ours.push(...ourFrames.slice(0, count))
          theirs.push(...theirFrames.slice(0, count))
        }
        return { ours, references: [{ against: 'the frames of an empty page', goal, times: theirs }] }
      } finally {
        await browser.close()
        await app.close()
      }
    }),
})

const peerArguments = bareArguments('').filter(argument => !argument.startsWith('--user-data-dir'))

function missingChromium(): string | null {
  const bare = bareChromium()
  return 'missing' in bare ? `Chromium is ${bare.missing}` : null
}

function program(): string {
  const bare = bareChromium()
  if ('missing' in bare) throw new Error(`Chromium is ${bare.missing}.`)
  return bare.path
}

export const frameTimes: Measure[] = [
  framesOf({
    name: 'frames of a timeline of 5,000 events while it is zoomed and panned',
    write: library => writeLibraryOf(library, 'events', generatedEvents(5_000)),
    show: async page => {
      await page.keyboard.press('ControlOrMeta+4')
      await page.getByText('5,000 events in sight').first().waitFor()
    },
    selector: '.timeline-stage',
    turns: zoomAndPan,
  }),
  framesOf({
    name: 'frames of a list of 10,000 briefs while it is scrolled',
    write: library =>
      writeLibraryOf(
        library,
        'briefs',
        Array.from({ length: 10_000 }, (_, number) => ({
          ...briefRecord(`brief-${number}`, 'Holdings were little changed.'),
          title: `What Japan may do, ${number}`,
        })),
      ),
    show: page => page.getByRole('list', { name: 'Briefs' }).getByRole('button').first().waitFor(),
    selector: 'ul.rows',
    turns: scroll,
  }),
]
