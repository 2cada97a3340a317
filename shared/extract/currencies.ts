// Currencies by symbol, code and name. Codes are ISO 4217.
import { coinNames, currencyNames } from './currency-names.ts'

/** Signs with letters before those without: "US$" before "$". */
const symbols: [symbol: string, code: string][] = [
  ['US$', 'USD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['J$', 'JMD'],
  ['Mex$', 'MXN'],
  ['MX$', 'MXN'],
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
  ['₡', 'CRC'],
  ['₭', 'LAK'],
  ['₮', 'MNT'],
  ['₲', 'PYG'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
  ['₼', 'AZN'],
  ['₾', 'GEL'],
  ['៛', 'KHR'],
  ['৳', 'BDT'],
  ['₿', 'BTC'],
]

/** Signs made of letters, which count only right before digits. */
const letterSigns: [sign: string, code: string][] = [
  ['Rs\\.?', 'INR'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Fr\\.', 'CHF'],
  ['DM', 'DEM'],
]

const codes = (
  'USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD SEK NOK DKK INR KRW BRL RUB TRY ZAR MXN PLN CZK HUF ILS THB IDR MYR ' +
  'PHP TWD VND UAH NGN EGP PKR BDT KES SAR AED QAR KWD CLP COP ARS PEN RON BGN ISK RMB AFN ALL AMD AOA AWG AZN BAM ' +
  'BBD BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ ' +
  'GYD HNL HTG IQD IRR JMD JOD KGS KHR KMF KPW KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR ' +
  'MVR MWK MZN NAD NIO NPR OMR PAB PGK PYG RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TOP ' +
  'TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWL FRF DEM ITL ESP NLG BEF ATS FIM PTE GRD IEP HRK BTC'
).split(' ')

const escaped = (text: string) => text.replace(/[$.]/g, '\\$&')
const bySymbol = new Map(symbols)
const known = new Set(codes)
const letters = letterSigns.map(([sign, code]) => ({ expression: new RegExp(`^${sign}$`), code }))
// "$" may stand after a code that says whose dollar it is: "NZD$15".
const signed = `(?:${codes.join('|')}) ?\\$`

export const symbolPattern = `(?:${signed}|${symbols.map(([symbol]) => escaped(symbol)).join('|')}|(?:${letterSigns.map(([sign]) => sign).join('|')})(?= ?\\d))`
/** Signs that may follow their number, as in "1,200 €". */
export const symbolAfterPattern = '(?:[€₡₭₮₲₵₸₼₾៛৳₿₹₩₽₺₪฿₦₱₫₴]|zł|Kč|US\\$)'
export const codePattern = `(?:${codes.join('|')})`
export const currencyNamePattern = `(?:${currencyNames.map(([pattern]) => pattern).join('|')})`
export const coinPattern = `(?:${coinNames.map(([pattern]) => pattern).join('|')})`

const named = [...currencyNames, ...coinNames].map(([pattern, code]) => ({
  expression: new RegExp(`^(?:${pattern})$`, 'i'),
  code,
}))

const words = new Set(
  'ALL TOP CUP PEN SOS TRY COP CAD AMD BAM BOB MAD MOP GEL GIP FIM LAK PAB SLE TOP WST'.split(' '),
)

/** Whether a code also is a word or a name in capitals. */
export function isWordCode(code: string): boolean {
  return words.has(code)
}

/** The ISO 4217 code of a symbol, a code, or a name of a currency or its coin; null for other words. */
export function currencyOf(words: string): string | null {
  const symbol = bySymbol.get(words)
  if (symbol !== undefined) return symbol
  if (words === 'RMB') return 'CNY'
  const code = words.replace(/ ?\$$/, '')
  if (known.has(code)) return code
  return (
    letters.find(({ expression }) => expression.test(words))?.code ??
    named.find(({ expression }) => expression.test(words))?.code ??
    null
  )
}
