/**
 * The same function, remembering what it made of an object for as long as that stands and the other arguments are the same.
 * What is remembered depends on the arguments alone, and objects among them never change.
 */
export function madeOnce<Of extends object, Others extends readonly unknown[], Made>(
  make: (of: Of, ...others: Others) => Made,
): (of: Of, ...others: Others) => Made {
  const known = new WeakMap<Of, { others: Others; made: Made }>()
  return (of, ...others) => {
    const last = known.get(of)
    if (last?.others.every((other, place) => other === others[place])) return last.made
    const made = make(of, ...others)
    known.set(of, { others, made })
    return made
  }
}
