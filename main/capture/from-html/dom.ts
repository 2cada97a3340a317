// HTML as a tree, by linkedom. The few types are this project's own: the DOM's would make `window` and `document` known
// to all of main/, where there is neither.
import { parseHTML } from 'linkedom'

export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  textContent: string | null
  readonly parentNode: DomElement | null
  readonly childNodes: Iterable<DomNode>
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly previousSibling: DomNode | null
  readonly ownerDocument: DomDocument
  appendChild(child: DomNode): DomNode
  cloneNode(deep: boolean): DomNode
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly children: Iterable<DomElement>
  id: string
  className: string
  innerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  removeAttribute(name: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  matches(selector: string): boolean
  closest(selector: string): DomElement | null
  contains(node: DomNode): boolean
  remove(): void
  replaceChild(child: DomNode, replaced: DomNode): DomNode
  replaceWith(...nodes: (DomNode | string)[]): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly body: DomElement
  readonly title: string
  createElement(name: string): DomElement
  createTextNode(text: string): DomNode
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/**
 * Parses a page, or a part of one, as a browser does where tags are left out: there is always a body, and all that is
 * not in the head is in it. Nothing in it runs and nothing is fetched. Throws a RangeError where elements stand in one another
 * more than a thousand deep; a browser ends at 512.
 */
export function parsePage(html: string): DomDocument {
  // What stands after a body's end tag belongs to the body.
  const open = html.replace(/<\/(?:body|html)\s*>/gi, '')
  const whole = parse(/<html[\s>]/i.test(open) ? open : `<html><head></head><body>${open}`)
  const document =
    whole.documentElement?.localName === 'html'
      ? whole
      : parse(`<html><head></head><body>${open.replace(/<(?:html|head|body)\b[^>]*>|<\/head\s*>/gi, '')}`)
  const root = document.documentElement
  refuseDepth(root)
  if (![...root.children].some(child => child.localName === 'body')) {
    const body = document.createElement('body')
    for (const child of [...root.childNodes]) {
      if (child.nodeName.toLowerCase() !== 'head') body.appendChild(child)
    }
    root.appendChild(body)
  }
  return document
}

const deepest = 1000

function refuseDepth(root: DomNode): void {
  let depth = 0
  for (let node: DomNode | null = root; node; ) {
    const child: DomNode | null = node.firstChild
    if (child) {
      if (++depth > deepest) throw new RangeError('nested too deeply')
      node = child
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
}

function parse(html: string): DomDocument {
  return parseHTML(html).document as unknown as DomDocument
}

export function isElement(node: DomNode | null): node is DomElement {
  return node?.nodeType === 1
}

export function isText(node: DomNode | null): boolean {
  return node?.nodeType === 3
}
