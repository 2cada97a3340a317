/** Roles by which Chromium gives parts of a brief the tags of a PDF that they are to have; HTML has no need of them. */
export function tagParts(): void {
  // What stands for itself (ISO 32000-1, 14.8.4.2): it has no tag for a note that is none of the foot of a page.
  for (const callout of document.querySelectorAll('.callout')) callout.setAttribute('role', 'article')
  // A figure of words is none of a PDF's figures, which want words in their place.
  for (const figure of document.querySelectorAll('figure')) figure.setAttribute('role', 'group')
}
