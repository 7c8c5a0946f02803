import type { Translate, TranslateCount } from '../../i18n/language.tsx';

export type Unit = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
/** A recurrence that this screen can show in fields; `days` of the week are for weekly ones. */
export type Rhythm = { unit: Unit; every: number; until: string | null; days: Weekday[] };

const units: readonly Unit[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const most = 999;

/** A rule (RFC 5545) in fields; null for one that says more than they can. */
export const readRule = (rule: string): Rhythm | null => {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const unit = units.find((one) => one === parts.get('FREQ'));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '') ?? [];
  const named = unit === 'WEEKLY' ? (parts.get('BYDAY')?.split(',') ?? []) : [];
  const days = weekdays.filter((day) => named.includes(day));
  for (const known of ['FREQ', 'INTERVAL', 'UNTIL', ...(days.length === named.length && named.length > 0 ? ['BYDAY'] : [])]) parts.delete(known);
  return unit && Number.isInteger(every) && every >= 1 && every <= most && parts.size === 0 ? { unit, every, until: year ? `${year}-${month}-${day}` : null, days } : null;
};

/** The fields as a rule. */
export const writeRule = ({ unit, every, until, days }: Rhythm): string =>
  [`FREQ=${unit}`, ...(every > 1 ? [`INTERVAL=${Math.min(most, every)}`] : []), ...(unit === 'WEEKLY' && days.length > 0 ? [`BYDAY=${weekdays.filter((day) => days.includes(day)).join(',')}`] : []), ...(until ? [`UNTIL=${until.replaceAll('-', '')}T235959Z`] : [])].join(';');

/** The name of a day of the week. */
export const weekdayName = (day: Weekday, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day))));

/** A rule in words: "every week on Mon, Thu", "every 3 months, until 1 May 2027". */
export const ruleInWords = (rule: string, { t, n, date, locale }: { t: Translate; n: TranslateCount; date(day: string): string; locale: string }): string => {
  const rhythm = readRule(rule);
  if (!rhythm) return t('reminders.rule.own');
  const steps = n(`reminders.rule.${rhythm.unit}`, rhythm.every);
  const often = rhythm.days.length > 0 ? t('reminders.rule.on', { steps, days: rhythm.days.map((day) => weekdayName(day, locale)).join(', ') }) : steps;
  return rhythm.until ? t('reminders.rule.until', { often, date: date(rhythm.until) }) : often;
};
