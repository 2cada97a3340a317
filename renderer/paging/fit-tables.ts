// Tables wider than the paper's text, by which the printer would shrink every page.

/**
 * Makes a table that has no room smaller, and gives it turned pages where that is not enough. Words break wherever they must only
 * where a table has no room there either, or stands within something else.
 */
export function fitTables(): void {
  for (const table of document.querySelectorAll('table')) {
    if (fitTable(table, 'small')) continue
    if (table.parentElement?.matches('main')) turnPages(table)
    fitTable(table, 'small', 'wide', 'fixed')
  }
}

/** Gives a table as many of the classes as it takes until it has room; false where it has none with all of them. */
function fitTable(table: HTMLTableElement, ...classes: readonly string[]): boolean {
  const hasRoom = () => {
    const room = table.parentElement?.getBoundingClientRect().width ?? 0
    return table.getBoundingClientRect().width <= room + 1
  }
  return (
    hasRoom() ||
    classes.some(name => {
      table.classList.add(name)
      return hasRoom()
    })
  )
}

/** Puts a table on turned pages with the headings over it, beside one that has some right before it. */
function turnPages(table: HTMLTableElement): void {
  table.classList.remove('small')
  const moved: Element[] = [table]
  let before = table.previousElementSibling
  for (; before?.matches('h1, h2, h3, h4, h5, h6'); before = before.previousElementSibling)
    moved.unshift(before)
  const pages = before?.matches('.turned') ? before : document.createElement('div')
  if (pages !== before) moved[0]?.before(pages)
  pages.classList.add('turned')
  pages.append(...moved)
}
