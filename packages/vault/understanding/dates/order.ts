import { findDates, type DateOrder } from './find-dates.ts';

/**
 * Day first or month first, decided for the whole document: dates with a number above 12 vote, then the country, then
 * day first. `country` and `homeCountry` are ISO 3166-1 alpha-2.
 */
export function decideOrder(texts: readonly string[], country: string | null, homeCountry?: string): { order: DateOrder; sure: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    for (const hit of findDates(text)) {
      if (hit.form !== 'numeric' || hit.ambiguous) continue;
      if (hit.separator === '.' && hit.first <= 12) dayFirst += 0.5;
      else if (hit.first > 12) dayFirst += 1;
      else if (hit.second > 12) monthFirst += 1;
    }
  }
  if (dayFirst !== monthFirst) return { order: monthFirst > dayFirst ? 'mdy' : 'dmy', sure: true };
  if (country) return { order: country === 'US' ? 'mdy' : 'dmy', sure: true };
  return { order: homeCountry?.toUpperCase() === 'US' ? 'mdy' : 'dmy', sure: false };
}
