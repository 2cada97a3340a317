// Chromium takes no new schemes over DevTools, so each scheme of the app lives on https origins of its own in there:
// app://brief/page ↔ https://app.brief.stand-in/page. The main process sees only the first form.
const suffix = '.stand-in'
const schemes = new Set<string>()

/** Makes a scheme known to the translation. */
export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

/** The URL as Chromium knows it. */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([\s\S]*)$/i.exec(url)
  const scheme = match?.[1]?.toLowerCase()
  if (!match || !scheme || !schemes.has(scheme)) return url
  return `https://${scheme}.${match[2]}${suffix}${match[3]}`
}

/** The URL as the app knows it. */
export function fromChromium(url: string): string {
  const match = /^https:\/\/([a-z0-9+-]+)\.([^/?#]*)\.stand-in(?=[/?#]|$)([\s\S]*)$/.exec(url)
  if (!match?.[1] || !schemes.has(match[1])) return url
  return `${match[1]}://${match[2]}${match[3]}`
}

/** The scheme of the app that `url` (in the app's form) belongs to, or undefined. */
export function appSchemeOf(url: string): string | undefined {
  const scheme = /^([^:]+):/.exec(url)?.[1]?.toLowerCase()
  return scheme && schemes.has(scheme) ? scheme : undefined
}

/** Origin of a URL in the app's form, which Node's own URL calls "null" for a scheme it does not know. */
export function originOf(url: string): string {
  const match = /^([^:]+:\/\/[^/?#]*)/.exec(url)
  return match?.[1] && appSchemeOf(url) ? match[1] : URL.canParse(url) ? new URL(url).origin : 'null'
}

/** Source lists in a content security policy, rewritten to what those sources are called in Chromium. */
export function policyToChromium(policy: string): string {
  return policy.replace(
    /(^|[\s;,])([a-z][a-z0-9+.-]*):(\/\/[^\s;,]*)?(?=[\s;,]|$)/gi,
    (whole, before: string, scheme: string, rest) => {
      if (!schemes.has(scheme.toLowerCase())) return whole
      return rest ? `${before}${toChromium(`${scheme}:${rest}`)}` : `${before}https:`
    },
  )
}
