/** Whether a list of ranges as CSS has them (`U+0-7F, U+4??`) has any of some code points in it (CSS Fonts 4, 4.5). */
export function coversAny(ranges: string, characters: ReadonlySet<number>): boolean {
  return ranges.split(',').some(written => {
    const [, from = '', to] = /U\+([0-9A-F]*\?*)(?:-([0-9A-F]+))?/i.exec(written) ?? []
    if (from === '') return false
    const first = Number.parseInt(from.replaceAll('?', '0'), 16)
    const last = Number.parseInt(to ?? from.replaceAll('?', 'F'), 16)
    // Ranges may be long or the characters many; the shorter of both is walked.
    if (last - first > characters.size) return [...characters].some(each => each >= first && each <= last)
    for (let each = first; each <= last; each++) if (characters.has(each)) return true
    return false
  })
}
