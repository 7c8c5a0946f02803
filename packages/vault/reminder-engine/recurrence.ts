import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { recurrenceInvalid } from './reminders.errors.ts';

const parts = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS', 'WKST']);
const longest = 500;
/** Enough to step over the years that a rare rule leaves out; an impossible one ends here. */
const maxIterations = 2_000;

const ruleOf = (text: string, firstDay: string): RRuleTemporal =>
  new RRuleTemporal({ rruleString: text, dtstart: Temporal.PlainDate.from(firstDay).toZonedDateTime('UTC'), maxIterations, maxCandidateEvaluations: 50_000 });

/** "Every month" from the 31st, or every year from 29 February, means the last day where the month is shorter; RFC 5545 alone would leave those out. */
const withLastDays = (rule: ReadonlyMap<string, string>, firstDay: string): ReadonlyMap<string, string> => {
  const [, month, day] = firstDay.split('-').map(Number) as [number, number, number];
  const plain = day > 28 && ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS'].every((name) => !rule.has(name));
  if (!plain || !['YEARLY', 'MONTHLY'].includes(rule.get('FREQ')!)) return rule;
  const days = [28, 29, 30, 31].filter((one) => one <= day).join(',');
  const months = rule.get('FREQ') === 'YEARLY' ? [['BYMONTH', String(month)] as const] : [];
  return new Map([...rule, ...months, ['BYMONTHDAY', days], ['BYSETPOS', '-1']]);
};

/**
 * Checks a recurrence rule (RFC 5545, with or without `RRULE:`) and writes it in one form. Days are the smallest step.
 * 400 `reminder.invalid_recurrence` for what is no rule, for steps within a day, and for rules that never come about.
 */
export const readRecurrence = (given: string, firstDay: string): string => {
  const text = given.trim().replace(/^RRULE:/i, '').toUpperCase();
  if (text.length > longest) throw recurrenceInvalid(`it is longer than ${longest} characters.`);
  const rule = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name, value, ...more] = part.split('=');
    if (!name || !value || more.length > 0 || !/^[A-Z0-9,+-]+$/.test(value)) throw recurrenceInvalid(`"${part.slice(0, 40)}" is not of the form NAME=VALUE.`);
    if (!parts.has(name)) throw recurrenceInvalid(`"${name.slice(0, 40)}" is not known here.`);
    if (rule.has(name)) throw recurrenceInvalid(`${name} stands there twice.`);
    rule.set(name, value);
  }
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(rule.get('FREQ') ?? '')) throw recurrenceInvalid('FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.');
  for (const name of ['INTERVAL', 'COUNT']) if (rule.has(name) && !/^[1-9]\d{0,4}$/.test(rule.get(name)!)) throw recurrenceInvalid(`${name} must be a whole number from 1.`);
  const until = rule.get('UNTIL');
  if (until !== undefined && until.slice(0, 8) < firstDay.replaceAll('-', '')) throw recurrenceInvalid('UNTIL lies before the first day.');
  const written = [...rule].map(([name, value]) => `${name}=${value}`).join(';');
  nextOccurrence(written, firstDay, firstDay);
  return written;
};

const ruleFrom = (rule: string, firstDay: string): RRuleTemporal => {
  const named = withLastDays(new Map(rule.split(';').map((part) => part.split('=') as [string, string])), firstDay);
  return ruleOf([...named].map(([name, value]) => `${name}=${value}`).join(';'), firstDay);
};

const searched = (search: () => Temporal.ZonedDateTime | null): string | null => {
  try {
    const found = search()?.toPlainDate() ?? null;
    // Days are written with four digits of a year: a rule that goes on past them has ended.
    return found === null || found.year > 9999 ? null : found.toString();
  } catch (error) {
    throw recurrenceInvalid(error instanceof Error && error.message.startsWith('Maximum') ? 'it never comes about.' : 'it cannot be read.');
  }
};

const atMidnight = (day: string): Temporal.ZonedDateTime => Temporal.PlainDate.from(day).toZonedDateTime('UTC');

/**
 * The day after `after` on which the rule, begun on `firstDay`, falls next; null where it has ended. The first day
 * itself is always an occurrence, whatever the rule says.
 */
export const nextOccurrence = (rule: string | null, firstDay: string, after: string): string | null => {
  if (after < firstDay) return firstDay;
  if (rule === null) return null;
  return searched(() => ruleFrom(rule, firstDay).next(atMidnight(after)));
};

/** The day before `before` on which the rule, begun on `firstDay`, fell last; null where `before` is the first. */
export const previousOccurrence = (rule: string | null, firstDay: string, before: string): string | null => {
  if (before <= firstDay) return null;
  return rule === null ? firstDay : (searched(() => ruleFrom(rule, firstDay).previous(atMidnight(before))) ?? firstDay);
};
