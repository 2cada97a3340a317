// Line icons on a 16 px grid, drawn for this app.

const magnifier = 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z M10.5 10.5l3.25 3.25'

const shapes = {
  briefs: 'M4 1.75h5.5L12.5 5v9.25h-8.5z M9.25 2v3.25h3 M6 8h4.5 M6 10.75h4.5',
  sources:
    'M2 3.25c2-.9 4.2-.9 6 .5 1.8-1.4 4-1.4 6-.5v9.5c-2-.9-4.2-.9-6 .5-1.8-1.4-4-1.4-6-.5z M8 3.75v9.25',
  evidence: 'M2.25 3.5h11.5 M2.25 8h7 M2.25 12.5h4.5 M10.75 11.25l1.75 1.75 2.5-3.5',
  quote: 'M6.5 4.5c-2.2.6-3.5 2.2-3.5 4.5v2.5h3.5V8H3.2 M13 4.5c-2.2.6-3.5 2.2-3.5 4.5v2.5H13V8H9.7',
  figure: 'M2.75 13.25V9.5 M6.25 13.25V6 M9.75 13.25V8 M13.25 13.25V2.75',
  event: 'M2.5 3.5h11v10h-11z M2.5 6.5h11 M5.25 1.75v3 M10.75 1.75v3',
  source: 'M3.5 1.75h9v12.5h-9z M5.75 5h4.5 M5.75 8h4.5 M5.75 11h2.5',
  person:
    'M8 2.25a2.75 2.75 0 1 1 0 5.5a2.75 2.75 0 0 1 0-5.5z M2.75 13.75c.4-2.6 2.5-4.25 5.25-4.25s4.85 1.65 5.25 4.25',
  timeline: 'M1.75 12.5h12.5 M4 12.5v1.5 M8 12.5v1.5 M12 12.5v1.5 M3 8.75h4 M6 5h5.5 M12.5 8.75h.01',
  minus: 'M3 8h10',
  people:
    'M6 2.75a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8z M1.5 13.25c.35-2.3 2.1-3.75 4.5-3.75s4.15 1.45 4.5 3.75 M10.75 3.1a2.2 2.2 0 0 1 0 4.3 M12 9.75c1.4.5 2.3 1.7 2.5 3.5',
  measures: 'M2 2.5v11h12 M4.5 10.5l3-3.5 2.5 2 4-5',
  command: 'M3.5 4.5L7 8l-3.5 3.5 M8.5 12h4.5',
  plus: 'M8 3v10 M3 8h10',
  insert: 'M2 8h8.5 M7 4.5L10.5 8 7 11.5 M13.5 2.5v11',
  import: 'M8 2v8 M4.75 7L8 10.25 11.25 7 M2.5 13.5h11',
  export: 'M8 10.25V2 M4.75 5.25L8 2l3.25 3.25 M2.5 13.5h11',
  preview: 'M1.75 2.75h12.5v10.5H1.75z M8.5 2.75v10.5',
  list: 'M1.75 2.75h12.5v10.5H1.75z M6 2.75v10.5',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  close: 'M3.75 3.75l8.5 8.5 M12.25 3.75l-8.5 8.5',
  trash: 'M2.5 4h11 M6 4V2.25h4V4 M4 4l.6 9.75h6.8L12 4',
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  paste: 'M5.5 2.75H3v11.5h10V2.75h-2.5 M5.5 1.75h5v2.5h-5z',
  details: 'M2.5 4.5h11 M2.5 8h11 M2.5 11.5h6.5',
  rename: 'M3 13l.6-2.9 7.1-7.1 2.3 2.3-7.1 7.1z M9.4 4.3l2.3 2.3',
  search: magnifier,
  find: magnifier,
  star: 'M8 1.9l1.9 3.85 4.25.6-3.1 3 .75 4.25L8 11.6l-3.8 2 .75-4.25-3.1-3 4.25-.6z',
  alike: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3 M7.75 8.25h3.5 M7.75 10.75h3.5',
  keys: 'M1.75 4h12.5v8H1.75z M4.25 6.5h.01 M6.75 6.5h.01 M9.25 6.5h.01 M11.75 6.5h.01 M5 9.5h6',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.6-3.9L2.5 5.5 M2.5 2.5v3h3 M8 5v3.25l2.25 1.25',
  lock: 'M3.5 7h9v7h-9z M5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7 M8 9.75v1.5',
  spark: 'M8 2v3 M8 11v3 M2 8h3 M11 8h3 M4 4l1.75 1.75 M10.25 10.25L12 12 M12 4l-1.75 1.75 M5.75 10.25L4 12',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
