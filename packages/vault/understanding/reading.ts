import type { PageText } from '@docuvault/core/pages.ts';
import type { AmountOptions } from './amounts/find-amounts.ts';
import { guessCountry } from './country.ts';
import { decideOrder } from './dates/order.ts';
import { findDates, type DateHit, type DateOrder } from './dates/find-dates.ts';
import { findIdentifiers, type IdentifierHit } from './identifiers/find-identifiers.ts';
import { detectLanguage } from './language.ts';
import { readMrz, type Mrz } from './mrz.ts';
import { linesOf, type Line } from './text/lines.ts';

/** Everything that the rules look at, read once: lines, language, country, order of dates, self-evident numbers, the machine readable zone. */
export type Reading = {
  lines: Line[];
  text: string;
  language: string | null;
  country: string | null;
  homeCountry: string | null;
  order: DateOrder;
  orderSure: boolean;
  today: string;
  amounts: AmountOptions;
  identifiers: (IdentifierHit & { line: Line })[];
  mrz: Mrz | null;
  /** Dates of a line, read in the document's order. */
  datesOf(line: Line): DateHit[];
};

const commaDecimal = new Set(['de', 'nl', 'fr', 'es', 'it', 'pt', 'pl', 'sv', 'da', 'fi', 'cs', 'hu', 'ro', 'tr', 'no', 'ru', 'uk', 'el']);
const spaceGroups = new Set(['fr', 'pl', 'sv', 'fi', 'cs', 'no', 'hu', 'ru', 'uk']);

/** Reads the pages into what the rules need. */
export function readPages(pages: readonly PageText[], today: string, homeCountry?: string): Reading {
  const lines = linesOf(pages);
  const text = lines.map((line) => line.text).join('\n');
  const language = detectLanguage(text.replace(/[A-Z0-9<]{28,}/g, ' '));
  const country = guessCountry(text, language);
  const { order, sure } = decideOrder(lines.slice(0, 600).map((line) => line.text), country, homeCountry);
  const cache = new Map<Line, DateHit[]>();
  const zone = lines.filter((line) => line.text.length < 90);
  const comma = (text.match(/\d,\d{2}(?!\d)/g)?.length ?? 0);
  const dot = (text.match(/\d\.\d{2}(?![\d.])/g)?.length ?? 0);
  return {
    lines, text, language, country, homeCountry: homeCountry?.toUpperCase() ?? null, order, orderSure: sure, today,
    amounts: {
      decimal: comma > dot * 2 || (commaDecimal.has(language ?? '') && comma >= dot) ? ',' : '.',
      spaces: spaceGroups.has(language ?? ''),
    },
    identifiers: lines.flatMap((line) => findIdentifiers(line.text).map((hit) => ({ ...hit, line }))),
    mrz: readMrz(zone.map((line) => line.text), today),
    datesOf(line) {
      let dates = cache.get(line);
      if (!dates) {
        dates = findDates(line.text, order, today);
        cache.set(line, dates);
      }
      return dates;
    },
  };
}
