import { afterEach, expect, test } from 'vitest'
import { launchSwitches } from '../../scripts/executable.mjs'

const { DISPLAY, WAYLAND_DISPLAY } = process.env
afterEach(() => {
  for (const [name, value] of Object.entries({ DISPLAY, WAYLAND_DISPLAY }))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

const withDisplay = (display: string | undefined) => {
  delete process.env.WAYLAND_DISPLAY
  if (display === undefined) delete process.env.DISPLAY
  else process.env.DISPLAY = display
}

test('the stand-in is hidden by a switch of its own', () => {
  expect(launchSwitches({ isStandIn: true }, true)).toEqual(['--headless'])
  expect(launchSwitches({ isStandIn: true }, false)).toEqual([])
})

test.runIf(process.platform === 'linux')('Electron does without a display only where there is none', () => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  withDisplay(undefined)
  expect(launchSwitches({ isStandIn: false }, true)).toEqual([...sandbox, '--ozone-platform=headless'])
  expect(launchSwitches({ isStandIn: false }, false)).toEqual(sandbox)
  withDisplay(':0')
  expect(launchSwitches({ isStandIn: false }, true)).toEqual(sandbox)
})
