// Currencies by symbol, code and name. Codes are ISO 4217.

const symbols: [symbol: string, code: string][] = [
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
]

const codes =
  'USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD SEK NOK DKK INR KRW BRL RUB TRY ZAR MXN PLN CZK HUF ILS THB IDR MYR PHP TWD VND UAH NGN EGP PKR BDT KES SAR AED QAR KWD CLP COP ARS PEN RON BGN ISK RMB'.split(
    ' ',
  )

// The longer name first: "Australian dollars" before "dollars".
const names: [pattern: string, code: string][] = [
  ['(?:Australian|Aussie)\\sdollars?', 'AUD'],
  ['Canadian\\sdollars?', 'CAD'],
  ['New\\sZealand\\sdollars?', 'NZD'],
  ['Hong\\sKong\\sdollars?', 'HKD'],
  ['Singapore\\sdollars?', 'SGD'],
  ['(?:U\\.S\\.|US|American)\\sdollars?', 'USD'],
  ['dollars?', 'USD'],
  ['euros?', 'EUR'],
  ['(?:British\\s)?pounds?\\ssterling', 'GBP'],
  ['British\\spounds?', 'GBP'],
  ['Egyptian\\spounds?', 'EGP'],
  ['pounds?', 'GBP'],
  ['(?:Japanese\\s)?yen', 'JPY'],
  ['(?:Chinese\\s)?(?:yuan|renminbi)', 'CNY'],
  ['Swiss\\sfrancs?', 'CHF'],
  ['(?:Indian\\s)?rupees?', 'INR'],
  ['(?:South\\s)?(?:Korean\\s)?won', 'KRW'],
  ['(?:Russian\\s)?ro?ubles?', 'RUB'],
  ['(?:Turkish\\s)?liras?', 'TRY'],
  ['(?:South\\sAfrican\\s)?rand', 'ZAR'],
  ['(?:Mexican\\s)?pesos?', 'MXN'],
  ['(?:Brazilian\\s)?rea(?:is|l)', 'BRL'],
  ['Swedish\\s(?:kronor|crowns|krona)', 'SEK'],
  ['Norwegian\\s(?:kroner|crowns|krone)', 'NOK'],
  ['Danish\\s(?:kroner|crowns|krone)', 'DKK'],
  ['(?:Polish\\s)?zlotys?', 'PLN'],
  ['(?:Israeli\\s)?shekels?', 'ILS'],
  ['(?:Thai\\s)?baht', 'THB'],
]

const coins: [pattern: string, code: string][] = [
  ['(?:U\\.S\\.\\s)?cents?', 'USD'],
  ['pence', 'GBP'],
]

const escaped = (text: string) => text.replace(/[$.]/g, '\\$&')
const bySymbol = new Map(symbols)

export const symbolPattern = `(?:${symbols.map(([symbol]) => escaped(symbol)).join('|')})`
export const codePattern = `(?:${codes.join('|')})`
export const currencyNamePattern = `(?:${names.map(([pattern]) => pattern).join('|')})`
export const coinPattern = `(?:${coins.map(([pattern]) => pattern).join('|')})`

/** The ISO 4217 code of a symbol, a code, or a name of a currency or its coin; null for other words. */
export function currencyOf(words: string): string | null {
  const symbol = bySymbol.get(words)
  if (symbol !== undefined) return symbol
  if (words === 'RMB') return 'CNY'
  if (codes.includes(words)) return words
  const named = [...names, ...coins].find(([pattern]) => new RegExp(`^${pattern}$`, 'i').test(words))
  return named?.[1] ?? null
}
