import { addDays, daysBetween } from '../reminder-engine/local-time.ts';

/** How wide the steps of a chart are. */
export type Interval = 'day' | 'week' | 'month';
export type Days = { from: string; to: string };

/** Days up to a quarter, weeks up to a year and a half, months beyond: never many more than a hundred points. */
export const intervalFor = ({ from, to }: Days): Interval => {
  const days = daysBetween(from, to) + 1;
  return days <= 92 ? 'day' : days <= 550 ? 'week' : 'month';
};

/** The first day of the step that a day belongs to; weeks begin on Monday. */
export const stepOf = (day: string, interval: Interval): string => {
  if (interval === 'day') return day;
  if (interval === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
};

/** Every step that holds a day of the range, in order. */
export const stepsOf = ({ from, to }: Days, interval: Interval): string[] => {
  const steps: string[] = [];
  for (let day = stepOf(from, interval); day <= to; ) {
    steps.push(day);
    day = interval === 'month' ? stepOf(addDays(day, 31), 'month') : addDays(day, interval === 'week' ? 7 : 1);
  }
  return steps;
};
