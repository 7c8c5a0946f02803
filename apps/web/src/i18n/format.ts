import type { Language } from './texts-of.ts';

const day = 86_400_000;

export type Format = {
  /** A calendar date `YYYY-MM-DD` or a moment, as a day. */
  date(value: string): string;
  moment(value: string): string;
  /** "in 3 days", "yesterday"; from a calendar date or a moment. */
  relative(value: string): string;
  number(value: number): string;
  percent(share: number): string;
  bytes(value: number): string;
  /** An amount in its currency (ISO 4217); as a plain number where the code is unknown. */
  money(value: number, currency: string | null): string;
};

/** A calendar date is a day wherever the reader is: it is taken at local midnight. */
const read = (value: string): Date => new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00` : value);

/** The browser's own region where it speaks the language; India's otherwise, as most of our households read it. */
export const localeOf = (language: Language): string => navigator.languages.find((tag) => tag.slice(0, 2) === language && tag.length > 2) ?? `${language}-IN`;

const units: [Intl.RelativeTimeFormatUnit, number][] = [['year', 365 * day], ['month', 30 * day], ['week', 7 * day], ['day', day]];

/** Dates, numbers and amounts as the language writes them. */
export const createFormat = (language: Language): Format => {
  const locale = localeOf(language);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const valid = (value: string, how: (date: Date) => string) => {
    const date = read(value);
    return Number.isNaN(date.getTime()) ? value : how(date);
  };
  return {
    date: (value) => valid(value, (date) => dates.format(date)),
    moment: (value) => valid(value, (date) => moments.format(date)),
    relative: (value) =>
      valid(value, (date) => {
        const onlyDate = value.length === 10;
        const away = date.getTime() - (onlyDate ? new Date().setHours(0, 0, 0, 0) : Date.now());
        if (Math.abs(away) < day && !onlyDate) {
          const minutes = Math.round(away / 60_000);
          return Math.abs(minutes) < 60 ? relative.format(minutes, 'minute') : relative.format(Math.round(minutes / 60), 'hour');
        }
        const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? ['day' as const, day];
        return relative.format(Math.round(away / size), unit);
      }),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    bytes: (value) => {
      const at = Math.min(4, Math.floor(Math.log(Math.max(1, value)) / Math.log(1024)));
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'][at];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: at > 1 ? 1 : 0 }).format(value / 1024 ** at);
    },
    money: (value, currency) => {
      try {
        return currency ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value) : numbers.format(value);
      } catch {
        return numbers.format(value);
      }
    },
  };
};
