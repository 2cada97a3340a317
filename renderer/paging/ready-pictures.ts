import { missingPictureWords } from '../../shared/brief/picture-html.ts'

/** Waits until each picture can be drawn, one after the other, since large ones take memory; one that cannot be says so in words. */
export async function readyPictures(): Promise<void> {
  for (const picture of [...document.images]) {
    await picture.decode().catch(() => {
      const isAlone = picture.parentElement?.matches('.picture')
      const missing = document.createElement(isAlone ? 'p' : 'span')
      missing.className = 'picture-missing'
      missing.textContent = missingPictureWords(picture.alt)
      picture.replaceWith(missing)
    })
  }
}

/** Makes pictures that are higher than a page, with their captions and the headings over them, as much smaller as it takes. */
export function fitPictures(pageHeight: number): void {
  for (const figure of document.querySelectorAll('figure.picture')) {
    const picture = figure.querySelector('img')
    if (!picture) continue
    const over = bottomOf(figure) - topOf(firstHeadingOver(figure)) - pageHeight
    if (over <= 0) continue
    const { width, height } = picture.getBoundingClientRect()
    picture.style.width = `${Math.max(1, Math.floor((width * (height - over)) / height))}px`
  }
}

/** What must stand on its page with it. */
function firstHeadingOver(element: Element): Element {
  const before = element.previousElementSibling
  return before?.matches('h1, h2, h3, h4, h5, h6') ? firstHeadingOver(before) : element
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top
}

function bottomOf(element: Element): number {
  return element.getBoundingClientRect().bottom
}
