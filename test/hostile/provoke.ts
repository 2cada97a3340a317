// Does to a document what a person might: each element that may answer is pointed at, pressed, focused and clicked.

/**
 * Runs in a page, and so uses nothing from outside itself. `follows` is whether links to web addresses are clicked too, as in
 * the window, where none may lead anywhere; a page that was exported is read in a browser, and there they are what they say.
 * Gives the addresses of links that no link may have.
 */
export function provoke(root: Document | Element, follows: boolean): string[] {
  const odd: string[] = []
  // Links within a document are all alike, and each scrolls all of it.
  let within = 0
  const names = ['pointerover', 'mouseover', 'mousemove', 'mousedown', 'mouseup', 'focus', 'keydown']
  const more = ['toggle', 'beforetoggle', 'animationstart', 'begin', 'start', 'submit', 'load', 'error']
  for (const element of root.querySelectorAll('*')) {
    // By its name it may, or by an attribute; nothing else hears anything.
    const may = /^(?:a|area|button|summary|details|input|label|form|select|option)$/i.test(element.localName)
    if (!may && !element.getAttributeNames().some(name => /^on|href|action|src|command|popover/i.test(name)))
      continue
    const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
    const isLink = address !== '' && element.localName !== 'link'
    if (isLink && !/^(?:https?:|mailto:|#)/i.test(address)) odd.push(address)
    for (const name of [...names, ...more]) element.dispatchEvent(new Event(name))
    if (!follows && /^(?:https?:|mailto:)/i.test(address)) continue
    if (address.startsWith('#') && ++within > 10) continue
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  return odd
}
