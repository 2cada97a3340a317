// What a page sets around its article. Parts go by what they are called; lines by all of their words, so that no sentence
// of an article goes for a word in it.
import { blocksOfLines, isBlock } from '../from-html/block-elements.ts'
import { type DomElement, isElement } from '../from-html/dom.ts'
import { foldAll } from '../from-html/words-kept.ts'

/** Parts that are never an article. */
const chromeParts = `nav, dialog, [role="navigation"], [role="dialog"], [role="alertdialog"], [role="search"], [role="banner"] nav,
  [role="complementary"] nav, [aria-modal="true"], [role="toolbar"], [role="menu"], [role="menubar"],
  .mw-editsection, .mw-jump-link, #toc`

/** Names of parts, as sites give them in `id` and `class`, without what says how they look. */
const chromeNames = [
  'cookies?|consent|gdpr|onetrust|didomi|usercentrics|cookiebot',
  'advert(?:s|isements?|ising)?|ads?|adsense|ad-?(?:slot|unit)|sponsored|outbrain|taboola|dfp',
  'share|sharing|social(?:-?(?:share|media|sharing))?|sns|sharedaddy',
  'newsletters?|newsletter-?sign-?up|subscribe|sign-?up|paywall|promo|promotions?',
  'related(?:-?(?:articles?|links?|stories|posts|content|topics|news))?|recommend(?:ed|ations)?|most-?(?:read|popular)|trending|read-?(?:more|next)|more-?(?:on|from)|kanren',
  'comments?|comments?-?list|disqus|respond',
  '(?:author|writer)-?(?:bio|profile)|author-?info|bio|about-?(?:the-?)?author|metadata|(?:entry|post|article)-?meta|rich-?links?|onward|links-?block',
  'modal|pop-?up|lightbox|toast|menu-?(?:bar|title)|(?:help|search)-?(?:popup|bar|box)',
  'breadcrumbs?|pagination|skip-?link|site-?(?:nav|footer|header|menu)|back-?to-?top',
].join('|')

/** What follows such a name where it is one: "share-bar", "ad-slot--top", and not "share-prices". */
const parts =
  'bars?|box|buttons?|tools?|links?|list|wrap(?:per)?|container|block|inner|outer|units?|slot|section|area|module|widget|panel|popup|modal|overlay|banner|notice|message|wall|law|desktop|mobile|top|bottom|left|right|inline|form|items?|card|head(?:er)?|foot(?:er)?|icons?|small|large|\\d+'
const isChromeName = new RegExp(
  `(?:^|\\s)(?:[\\w-]*[_-])??(?:${chromeNames})(?:[_-]+(?:${parts}))*(?=\\s|$)`,
  'i',
)

/** Whole lines that are no words of an article, without the marks around them. */
const chromeLines = wholeLines([
  'advert(?:isement|ising)?s?|sponsored(?: content| by .{1,40})?|広告|スポンサーリンク',
  '(?:story|article|content) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|promotion|newsletter promotion))?',
  '(?:scroll|skip) (?:down )?to (?:(?:the )?(?:main )?content|continue|navigation)|skip (?:past )?(?:advertisement|newsletter promotion)',
  'share(?: this(?: (?:article|story|page|post))?| on (?:facebook|x|twitter|linkedin|whatsapp))?|copy(?: the)? link|link copied',
  'read (?:more|also|the full (?:story|article))|also read|continue reading|keep reading|show more|load more|view more',
  'related (?:articles?|stories|topics?|content|links?|posts?|reading)|more on this (?:story|topic)|recommended (?:for you|stories|reading)',
  "you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed)|trending now|editor[’']?s[’']? picks?|read next|what to read next",
  '(?:sign up|subscribe|register) (?:now|here|today|free|for free)|(?:sign up|subscribe) (?:to|for) (?:our|the|my|this|free)\\b[^.!?]{0,80}(?:newsletters?|emails?|alerts?|updates?|inbox)[.!]?',
  'log ?in|sign ?in|create (?:an )?account|my account|open menu',
  '\\d+ comments?|comments? \\(\\d+\\)|leave a (?:comment|reply)|(?:view|show|hide|read) (?:\\d+ |all )?comments?|join the (?:conversation|discussion)|be the first to comment',
  '(?:accept|reject|allow|manage)(?: all)? cookies|accept all|reject all|cookie (?:settings|policy|preferences)|(?:accept|agree) and (?:close|continue)|privacy policy|terms of (?:use|service)',
  '(?:we|this (?:site|website)) (?:and our partners )?uses? cookies to\\b(?!.*\\b(?:said|says|told|added)\\b).*',
  'listen(?: to (?:this )?(?:article|story))(?: \\(?\\d+ min(?:ute)?s?\\)?)?|\\d+[- ]min(?:ute)?s? (?:read|listen)|(?:reading time|read time):? .{1,20}',
  'follow us(?: on .{1,40})?|(?:get|download) (?:our|the) app|back to top',
  'この記事を(?:シェア|共有)(?:する)?|シェア(?:する|ボタン)|ツイートする|ポストする|はてなブックマーク',
  '関連(?:記事|ニュース|リンク|キーワード|トピック)|(?:あわせて|合わせて|次に)読みたい(?:記事)?|おすすめ(?:の)?記事|アクセスランキング|人気(?:の)?記事|新着記事',
  '続きを読む|もっと(?:見る|読む)|全文を読む|ログイン|会員登録(?:は(?:こちら|無料))?|無料(?:で)?会員登録|メールマガジン(?:登録)?|メルマガ(?:登録)?(?:はこちら)?',
  'コメント(?:する|を書く|\\d+件)|ページ(?:の)?(?:先頭|トップ)(?:へ|に)(?:戻る)?|トップへ戻る|本文へ(?:移動|スキップ)?|すべて(?:の)?(?:クッキー|Cookie)を(?:許可|受け入れる)|同意する',
])

/** Whole lines that are none where they are a link: in a list of an article they may be its words. */
const chromeLinks = wholeLines([
  'ad|promoted|tweet(?: this)?|post|email(?: this)?(?: article)?|print(?: this)?(?: (?:article|page))?|save(?: (?:article|for later))?|subscribe|sign up|register',
  'facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pocket|flipboard|line|bluesky|threads|pinterest|follow(?: .{1,20})?',
  'read (?:next|on)|see (?:also|more)|more|view all|related|more from .{1,40}|recommended|trending|up next|comments?',
  'menu|search|close|home|top|シェア|ツイート|ポスト|共有|印刷|保存|コメント|ランキング|メニュー|検索|閉じる|PR',
])

function wholeLines(lines: readonly string[]): RegExp {
  return new RegExp(`^(?:${lines.join('|')})$`, 'i')
}

/** Labels before the link to another page, the two being the whole line. */
const linkLabels =
  /^(?:read (?:more|also|next)|see (?:also|more)|also read|more(?: on this)?|related(?: (?:story|article|stories|articles|reading))?|watch|listen|don[’']t miss|recommended|関連記事|あわせて読みたい|続きを読む|【関連】|前の記事|次の記事)\s*[:：>»→|–-]*\s*/i

const headsOfLists =
  /^(?:related|more on|more from|recommended|most (?:read|popular)|read next|you (?:may|might)|trending|editor|what to read|see also|read more|関連|あわせて|合わせて|おすすめ|ランキング|人気|新着)/i

/** Takes away the parts of a page that its article is not in. */
export function removeChromeParts(root: DomElement): void {
  for (const part of [...root.querySelectorAll(chromeParts)]) part.remove()
  for (const link of [...root.querySelectorAll('a[href^="#"]')]) {
    // The sign beside a heading that gives its address.
    if (/^\s*[¶#§🔗]?\s*$/u.test(link.textContent ?? '') && link.closest('h1, h2, h3, h4, h5, h6'))
      link.remove()
  }
  for (const part of [...root.querySelectorAll('[class], [id], [data-component]')]) {
    if (isChromePart(part) && part.parentNode) part.remove()
  }
}

/**
 * Whether a part is named as one of those around articles. A part with much to read in it only bears such a name: a page
 * with comments is often one of class `has-comments`.
 */
export function isChromePart(part: DomElement): boolean {
  // The id of a heading is made of its words.
  if (/^(?:html|body|main|article|h[1-6])$/.test(part.localName)) return false
  const name = ['class', 'id', 'data-component']
    .map(attribute => part.getAttribute(attribute) ?? '')
    .join(' ')
  if (!isChromeName.test(name) || !isBlock(part)) return false
  if (part.querySelector('article, main, h1') !== null) return false
  return proseIn(part) < 600
}

/** How many letters of a part stand in paragraphs of their own that are no links. */
function proseIn(part: DomElement): number {
  return [...part.querySelectorAll('p')]
    .map(paragraph => foldAll(paragraph.textContent ?? ''))
    .filter(words => words.length > 120)
    .reduce((sum, words) => sum + words.length, 0)
}

/** Takes away the lines of an article that are none of its words, and the lists of other articles under their heading. */
export function removeChromeLines(root: DomElement): void {
  for (const block of blocksOfLines(root)) {
    if (!root.contains(block)) continue
    const words = foldAll(block.textContent ?? '')
    if (words === '' || words.length > 220 || block.closest('table, pre, blockquote') !== null) continue
    if (isHeadOfLinks(block, words)) {
      const list = nextElement(block)
      list?.remove()
      block.remove()
    } else if (isChromeLine(block, words) || isLinkWithLabel(block, words)) block.remove()
  }
}

function isChromeLine(block: DomElement, words: string): boolean {
  // What somebody says is never a button or a notice.
  if (/^[“"‘«「『]/.test(words)) return false
  if (isCopyright(words)) return true
  if (chromeLines.test(unmarked(words))) return true
  if (!chromeLinks.test(unmarked(words)) || linkShare(block) < 0.9) return false
  // In a list of links with others beside them they are not buttons.
  const items = block.localName === 'li' ? [...(block.parentNode?.children ?? [])] : []
  return items.every(item => {
    const line = unmarked(foldAll(item.textContent ?? ''))
    return line === '' || chromeLinks.test(line) || chromeLines.test(line)
  })
}

/** A notice of years and names; a sentence about copyright has other words too. */
function isCopyright(words: string): boolean {
  if (!/^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?\d{4}/i.test(words))
    return /^©\s*\p{Lu}/u.test(words)
  const named = words.replace(/(?:all rights|no part of|unauthori[sz]ed|reproduction)\b.*$/is, '')
  return named
    .split(/\s+/)
    .every(word => !/^\p{Ll}/u.test(word) || /^(?:copyright|by|of|the|and|de|for)$/.test(word))
}

function unmarked(words: string): string {
  return words.replace(/^[\s\p{P}\p{S}]+|[\s:：»›>→▶|…\p{S}]+$/gu, '')
}

function isLinkWithLabel(block: DomElement, words: string): boolean {
  const label = linkLabels.exec(words)?.[0]
  if (label === undefined) return false
  const linked = [...block.querySelectorAll('a')].map(link => foldAll(link.textContent ?? '')).join(' ')
  const others = words.length - linked.length
  return linked.length > 0 && others <= label.length + 2
}

function isHeadOfLinks(block: DomElement, words: string): boolean {
  if (words.length > 60 || !headsOfLists.test(words)) return false
  const list = nextElement(block)
  return list !== null && linkShare(list) > 0.7
}

function nextElement(element: DomElement): DomElement | null {
  let next = element.nextSibling
  while (next && !isElement(next) && (next.textContent ?? '').trim() === '') next = next.nextSibling
  return isElement(next) ? next : null
}

/** Which part of an element's letters stands in links to elsewhere: 0 to 1. */
export function linkShare(element: DomElement): number {
  const all = foldAll(element.textContent ?? '').length
  if (all === 0) return 0
  const links = [...element.querySelectorAll('a[href]'), ...(element.localName === 'a' ? [element] : [])]
  const elsewhere = links.filter(link => !link.getAttribute('href')?.startsWith('#'))
  return elsewhere.reduce((sum, link) => sum + foldAll(link.textContent ?? '').length, 0) / all
}
