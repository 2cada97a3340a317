/** The script of renderer/paging, which makes the global `pager` of the page it runs in (scripts/pager-bundle.mjs). */
declare module 'virtual:pager' {
  export const script: string
}
