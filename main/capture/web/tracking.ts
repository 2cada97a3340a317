// Addresses without what was put into them to follow readers about.

/** Parameters that say where a reader came from, never what is read. A star stands for any letters. */
const trackingParameters = [
  // campaigns: Google Analytics, Matomo, Piwik, Adobe, Webtrends, AT Internet, Parse.ly
  'utm_*', 'mtm_*', 'matomo_*', 'piwik_*', 'pk_*', 'hsa_*', 's_cid', 's_kwcid', 'ef_id', 'wt.mc_id', 'wt_mc', 'xtor',
  'at_medium', 'at_campaign', 'at_custom*', 'at_link*', 'at_ptr*', 'at_format',
  'cmpid', 'icid', 'ncid', 'itid', 'campaign_id', 'cmp', 'ito', 'sr_share', 'smid', 'smtyp', 'partner_code', 'ns_*',
  // clicks: Google, Facebook, Microsoft, X, TikTok, LinkedIn, Yandex, Instagram, Reddit, Impact
  'gclid', 'gclsrc', 'gbraid', 'wbraid', 'dclid', 'gad_*', '_ga', '_gl', 'fbclid', 'fb_*', 'msclkid', 'twclid', 'ttclid',
  'li_fat_id', 'yclid', '_openstat', 'igshid', 'igsh', 'rdt_cid', 'irclickid', 'epik', 'sccid', 'wickedid', 'srsltid',
  // mail: Mailchimp, HubSpot, Marketo, Vero, Drip, Klaviyo, Omeda, Dotdigital, Adestra, Braze
  'mc_cid', 'mc_eid', '_hsenc', '_hsmi', '__hs*', 'hsctatracking', 'mkt_tok', 'vero_*', '__s', '_kx', 'oly_*', 'dm_i', 'adestra*', '_bhlid',
  'ml_subscriber*', 'ss_email_id', 'trk_contact', 'trk_msg', 'trk_module', 'trk_sid', 'bsft_*', 'rb_clickid',
] // biome-ignore format: a table

const isTracking = new RegExp(
  `^(?:${trackingParameters.map(name => name.replaceAll('.', '\\.').replaceAll('*', '.*')).join('|')})$`,
  'i',
)

/** An address without the parameters that follow its reader; what is no address stays as it is. */
export function withoutTracking(address: string): string {
  if (!/[?#&]/.test(address)) return address
  const [, path = address, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? []
  // The other parameters stay letter for letter, in their order.
  const kept = query?.split('&').filter(part => !isTracking.test(nameOf(part)))
  const isFollowing = fragment !== undefined && /^(?:xtor|utm_|at_|mtm_|pk_|ref=|:~:text=)/i.test(fragment)
  return (
    path +
    (kept && kept.length > 0 ? `?${kept.join('&')}` : '') +
    (fragment !== undefined && !isFollowing ? `#${fragment}` : '')
  )
}

function nameOf(parameter: string): string {
  const name = parameter.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/**
 * Where a link leads, without what follows its reader: a web or mail address. Null where it leads nowhere outside of its
 * page, or to a program (`javascript:`). A relative one needs the address of its page.
 */
export function linkTarget(written: string | null, base: string | null): string | null {
  const trimmed = (written ?? '').trim()
  if (trimmed === '' || trimmed.startsWith('#')) return null
  const url = parseAddress(trimmed, base)
  if (url?.protocol === 'mailto:') return url.href
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return null
  return withoutTracking(url.href)
}

function parseAddress(written: string, base: string | null): URL | null {
  return URL.parse(written, base ?? undefined)
}
