// What axe finds wrong with a screen.
import type { Page } from '@playwright/test'
import axe from 'axe-core'

type Axe = { axe: typeof axe }

/**
 * The faults of the window as it is now and of the preview in it, each with its rule and the elements that have it. No script runs
 * in the preview's page, so axe looks into it from the window, as the window itself does.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const preview = 'document.querySelector("iframe.preview-frame")?.contentWindow'
  await page.evaluate(`(window => { if (window && !window.axe) { ${axe.source} } })(${preview})`)
  return page.evaluate(async () => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.preview-frame')?.contentWindow
    // pdf.js measures words in an element of its own, which nobody sees.
    const context = { include: ['html'], exclude: ['.hiddenCanvasElement'] }
    const options = { iframes: false, resultTypes: ['violations' as const] }
    const found = [await (window as unknown as Axe).axe.run(context, options)]
    if (frame) found.push(await (frame as unknown as Axe).axe.run({ include: ['html'] }, options))
    // The headings of a source are as its author ranked them.
    const isOfAuthor = (place: unknown) =>
      typeof place === 'string' && document.querySelector(place)?.closest('.reading-text') !== null
    return found.flatMap(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target }) => id !== 'heading-order' || !isOfAuthor(target[0]))
          .map(({ target, html }) => `${id}: ${target.join(' ')}  ${html}`),
      ),
    )
  })
}
