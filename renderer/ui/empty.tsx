import type { ComponentChildren } from 'preact'

/** What stands where there is nothing yet: what this place is for, and the one thing to do. */
export function Empty(props: {
  title: string
  text: string
  /** Of the title, where no other of its rank is on the screen. */
  level?: 1 | 2
  children?: ComponentChildren
}) {
  const Title = props.level === 1 ? 'h1' : 'h2'
  return (
    <div class="empty">
      <Title class="empty-title">{props.title}</Title>
      <p class="empty-text">{props.text}</p>
      {props.children && <div class="empty-actions">{props.children}</div>}
    </div>
  )
}
