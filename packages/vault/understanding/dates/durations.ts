import { addDays, addMonths } from './calendar.ts';

/** A length of time in calendar months or in days. */
export type Duration = { months: number; days: number };

const numberWords: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15,
  eighteen: 18, twenty: 20, 'twenty-four': 24, thirty: 30, 'thirty-six': 36, sixty: 60, ninety: 90,
  ein: 1, eine: 1, einem: 1, zwei: 2, drei: 3, fünf: 5, zehn: 10, zwölf: 12, een: 1, twee: 2, drie: 3, twaalf: 12,
  un: 1, une: 1, deux: 2, trois: 3, cinq: 5, dix: 10, douze: 12, uno: 1, dos: 2, tres: 3, cinco: 5, diez: 10, doce: 12,
};
const pattern = /(?<![\p{L}\d.,-])(\d{1,3}|\p{L}{2,6}(?:-\p{L}{3,4})?) ?(?:\([^()]{1,24}\) ?)?[- ]?(calendar |kalendermonate|completed )?(years?|yrs?\.?|months?|mths?\.?|weeks?|days?|jahre?n?|monate?n?|wochen|tage?n?|jaar|maanden?|weken|dagen|ans?|années?|mois|jours|años?|meses|mes|días|anni|mesi|giorni|वर्ष|साल|माह|महीने|दिन)(?![\p{L}])/giu;

/** The first length of time in a text ("11 (eleven) months", "two years", "24 Monate"), with its place. */
export function findDuration(text: string): (Duration & { start: number; end: number }) | null {
  for (const match of text.matchAll(pattern)) {
    const word = (match[1] ?? '').toLowerCase();
    const amount = /^\d+$/.test(word) ? Number(word) : numberWords[word];
    if (amount === undefined || amount === 0) continue;
    const unit = (match[3] ?? '').toLowerCase();
    const place = { start: match.index, end: match.index + match[0].length };
    if (/^(y|j(?:ahr|aar)|an(?:s|n|$)|añ|वर्ष|साल)/.test(unit) && amount <= 120) return { months: amount * 12, days: 0, ...place };
    if (/^(mo|mt|ma|me|mo|माह|महीने)/.test(unit)) return { months: amount, days: 0, ...place };
    if (/^(w)/.test(unit)) return { months: 0, days: amount * 7, ...place };
    if (/^(d|t|j|g|दिन)/.test(unit)) return { months: 0, days: amount, ...place };
  }
  return null;
}

/** The day after which a term is over: a lease of 12 months from 1 July ends on 30 June. */
export function lastDayOfTerm(start: string, term: Duration): string | null {
  const after = term.months > 0 ? addMonths(start, term.months) : addDays(start, term.days);
  return after === null ? null : addDays(after, -1);
}

/** The same day `term` later, as warranties and payment terms count. */
export function sameDayAfter(start: string, term: Duration): string | null {
  return term.months > 0 ? addMonths(start, term.months) : addDays(start, term.days);
}
