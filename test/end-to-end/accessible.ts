// What axe finds wrong with a screen.
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * The faults of the window as it is now, each with its rule and the elements that have it. The preview's page runs no scripts,
 * and so not axe either: an exported page has the same markup, and is held in its own test.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    // pdf.js measures words in an element of its own, which nobody sees.
    const context = { include: ['html'], exclude: ['.hiddenCanvasElement'] }
    const options = { iframes: false, resultTypes: ['violations' as const] }
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options)
    // The headings of a source are as its author ranked them.
    const isOfAuthor = (place: unknown) =>
      typeof place === 'string' && document.querySelector(place)?.closest('.reading-text') !== null
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== 'heading-order' || !isOfAuthor(target[0]))
        .map(({ target, html }) => `${id}: ${target.join(' ')}  ${html}`),
    )
  })
}
