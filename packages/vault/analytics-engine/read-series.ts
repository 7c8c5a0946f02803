import { eventsPrefix, figures, type Figure, type Series, type SeriesList, type SeriesQuery } from '@docuvault/contract/analytics.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { addDays, dayOf, daysBetween } from '../reminder-engine/local-time.ts';
import { readEvents, readFigure, readZone, type DayValue } from './series.repository.ts';
import { intervalFor, stepOf, stepsOf, type Days, type Interval } from './steps.ts';

const usualDays = 90;
/** Days outside of these are slips, and the last steps of the calendar have none behind them. */
const [earliest, latest] = ['1900-01-01', '2200-12-31'];
/** The longest range: ten years, in months. */
const mostDays = 3660;
const mostMetrics = 20;
const eventMetric = /^events\.[a-z][a-z0-9_.-]{0,79}$/;
const isFigure = (name: string): name is Figure => (figures as readonly string[]).includes(name);

const units: Record<Figure, Series['unit']> = { documents: 'count', storage: 'bytes', questions: 'count', expiring: 'count', spending: 'amount' };

const namesIn = (metrics: string | undefined): string[] => {
  if (metrics === undefined) return [...figures];
  const names = [...new Set(metrics.split(',').map((name) => name.trim()).filter((name) => name !== ''))];
  const unknown = names.filter((name) => !isFigure(name) && !eventMetric.test(name));
  if (names.length === 0 || unknown.length > 0) throw malformed('analytics.unknown_metric', `There are ${figures.join(', ')} and ${eventsPrefix}<name>.`, { unknown: unknown.slice(0, 10) });
  if (names.length > mostMetrics) throw malformed('analytics.too_many_metrics', `At most ${String(mostMetrics)} metrics in a call.`);
  return names;
};

const rangeOf = ({ from, to }: SeriesQuery, today: string): Days => {
  const last = to ?? (from !== undefined && from > today ? from : today);
  const first = from ?? addDays(last, 1 - usualDays);
  if (first > last || first < earliest || last > latest) throw malformed('analytics.range_invalid', `from lies before to, and both between ${earliest} and ${latest}.`);
  if (daysBetween(first, last) >= mostDays) throw malformed('analytics.range_too_long', 'A chart covers ten years at most.');
  return { from: first, to: last };
};

const cents = (value: number): number => Math.round(value * 100) / 100;

/** Puts days into steps; a level is carried on from step to step. */
const drawn = (values: readonly DayValue[], range: Days, interval: Interval, level: boolean): Pick<Series, 'points' | 'total'> => {
  const sums = new Map<string, number>();
  for (const { day, value } of values) sums.set(stepOf(day, interval), (sums.get(stepOf(day, interval)) ?? 0) + value);
  let held = 0;
  const points = stepsOf(range, interval).map((date) => {
    held = (level ? held : 0) + (sums.get(date) ?? 0);
    return { date, value: cents(held) };
  });
  return { points, total: cents(level ? held : values.reduce((sum, { value }) => sum + value, 0)) };
};

const seriesOf = (metric: string, values: readonly DayValue[], range: Days, interval: Interval): Series[] => {
  const unit = isFigure(metric) ? units[metric] : 'sum';
  const currencies = unit === 'amount' ? [...new Set(values.map(({ currency }) => currency))].sort((a, b) => (a ?? '~').localeCompare(b ?? '~')) : [null];
  return currencies.map((currency) => ({ metric, unit, currency, ...drawn(values.filter((value) => value.currency === currency), range, interval, unit === 'bytes') }));
};

/**
 * The person's own figures over time, ready to be drawn: every step is there, in their own time zone. 400
 * `analytics.unknown_metric`, `analytics.range_invalid`, `analytics.range_too_long` (ten years), `analytics.too_many_metrics` (20).
 */
export const readSeries = async ({ actor, deps }: UserContext, query: SeriesQuery): Promise<SeriesList> => {
  const names = namesIn(query.metrics);
  return deps.db.asUser(actor, async (tx) => {
    const zone = await readZone(tx, actor.userId);
    const days = rangeOf(query, dayOf(deps.clock.now(), zone));
    const interval = intervalFor(days);
    const range = { ...days, userId: actor.userId, zone };
    const made: Series[] = [];
    for (const name of names) made.push(...seriesOf(name, await (isFigure(name) ? readFigure(tx, name, range) : readEvents(tx, name, range)), days, interval));
    return { ...days, interval, timeZone: zone, series: made };
  }, { apart: true });
};
