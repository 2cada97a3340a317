/** Whether a file says of itself that it is a picture of a kind the window shows. */
export function isPicture({ type }: Pick<File, 'type'>): boolean {
  return /^image\/(?:png|jpeg|gif|webp)$/.test(type)
}
