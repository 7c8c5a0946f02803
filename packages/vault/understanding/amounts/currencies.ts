/** How currencies are written, upper case, longest first where one contains another. */
const symbols: readonly (readonly [string, string])[] = [
  ['₹', 'INR'], ['RS.', 'INR'], ['RS', 'INR'], ['INR', 'INR'], ['RUPEES', 'INR'], ['RE.', 'INR'], ['रु.', 'INR'], ['रु', 'INR'], ['रुपये', 'INR'], ['रू', 'INR'],
  ['US$', 'USD'], ['USD', 'USD'], ['CA$', 'CAD'], ['C$', 'CAD'], ['CAD', 'CAD'], ['A$', 'AUD'], ['AU$', 'AUD'], ['AUD', 'AUD'], ['S$', 'SGD'], ['SGD', 'SGD'],
  ['HK$', 'HKD'], ['HKD', 'HKD'], ['NZ$', 'NZD'], ['NZD', 'NZD'], ['R$', 'BRL'], ['BRL', 'BRL'], ['$', 'USD'], ['£', 'GBP'], ['GBP', 'GBP'], ['€', 'EUR'], ['EUR', 'EUR'], ['EURO', 'EUR'], ['EUROS', 'EUR'],
  ['CHF', 'CHF'], ['SFR.', 'CHF'], ['AED', 'AED'], ['DHS', 'AED'], ['SAR', 'SAR'], ['QAR', 'QAR'], ['OMR', 'OMR'], ['KWD', 'KWD'], ['BHD', 'BHD'], ['JPY', 'JPY'], ['¥', 'JPY'],
  ['CNY', 'CNY'], ['RMB', 'CNY'], ['SEK', 'SEK'], ['NOK', 'NOK'], ['DKK', 'DKK'], ['PLN', 'PLN'], ['ZŁ', 'PLN'], ['CZK', 'CZK'], ['KČ', 'CZK'], ['HUF', 'HUF'],
  ['RON', 'RON'], ['TRY', 'TRY'], ['₺', 'TRY'], ['ZAR', 'ZAR'], ['MYR', 'MYR'], ['RM', 'MYR'], ['THB', 'THB'], ['NPR', 'NPR'], ['LKR', 'LKR'], ['BDT', 'BDT'], ['PKR', 'PKR'], ['₩', 'KRW'],
];
const bySymbol: ReadonlyMap<string, string> = new Map(symbols);

/** A regular expression's source for any currency mark, case-insensitive; letters must stand alone. */
export const currencySource = `(?:${[...symbols].map(([text]) => text).sort((a, b) => b.length - a.length)
  .map((text) => text.replace(/[.$]/g, '\\$&')).join('|')})`;

/** ISO 4217 code of a currency mark as printed, or null. */
export function currencyOf(mark: string | undefined): string | null {
  const key = (mark ?? '').trim().toUpperCase();
  return bySymbol.get(key) ?? bySymbol.get(key.replace(/\.$/, '')) ?? null;
}

const byCountry: Record<string, string> = {
  IN: 'INR', US: 'USD', GB: 'GBP', DE: 'EUR', AT: 'EUR', NL: 'EUR', BE: 'EUR', FR: 'EUR', ES: 'EUR', IT: 'EUR', PT: 'EUR', IE: 'EUR', FI: 'EUR', LU: 'EUR', GR: 'EUR',
  CH: 'CHF', AE: 'AED', CA: 'CAD', AU: 'AUD', SG: 'SGD', NZ: 'NZD', PL: 'PLN', SE: 'SEK', DK: 'DKK', NO: 'NOK', JP: 'JPY',
};

/** The currency of a country (ISO 3166-1 alpha-2), or null. */
export function currencyOfCountry(country: string | null | undefined): string | null {
  return byCountry[(country ?? '').toUpperCase()] ?? null;
}
