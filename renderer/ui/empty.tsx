import type { ComponentChildren } from 'preact'

/** What stands where there is nothing yet: what this place is for, and the one thing to do. */
export function Empty(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2 class="empty-title">{props.title}</h2>
      <p class="empty-text">{props.text}</p>
      {props.children && <div class="empty-actions">{props.children}</div>}
    </div>
  )
}
