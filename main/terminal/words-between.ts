/** The words of an option that takes several, each once. */
export function wordsBetween(value: string, sign: string): string[] {
  const words = value.split(sign).map(word => word.trim())
  return [...new Set(words.filter(word => word !== ''))]
}
