/** Chromium has no tag for a note that is none of the foot of a page; an article is what PDF calls text that stands for itself (ISO 32000-1, 14.8.4.2). */
export function tagCallouts(): void {
  for (const callout of document.querySelectorAll('.callout')) callout.setAttribute('role', 'article')
}
