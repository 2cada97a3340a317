// What axe finds wrong with a screen.
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * The faults of the window as it is now, each with its rule and the elements that have it. The preview's page runs no scripts,
 * and so not axe either: an exported page has the same markup, and is held in its own test.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      resultTypes: ['violations'],
    }),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${target.join(' ')}  ${html}`),
  )
}
