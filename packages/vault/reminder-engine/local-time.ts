import { Temporal } from 'temporal-polyfill';

const midnight = Temporal.PlainTime.from('00:00');

/** Moments are kept until the end of the year 9999: the last day of it is over later than that in half of the zones. */
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const within = (epochMilliseconds: number): Date => new Date(Math.min(latest, epochMilliseconds));

/** True for a zone of the IANA list that this runtime knows. Offsets such as `+05:30` are not taken: they know no summer time. */
export const isTimeZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The moment at which a calendar day (`YYYY-MM-DD`) has the time of day in the zone. Where a clock skips that time, the moment after the gap. */
export const momentOf = (day: string, time: string, zone: string): Date =>
  within(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time === '00:00' ? midnight : Temporal.PlainTime.from(time) }).epochMilliseconds);

/** The moment at which a calendar day begins in the zone; not midnight where clocks skip that. */
export const startOfDay = (day: string, zone: string): Date =>
  within(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** The calendar day that a moment lies in, in the zone. */
export const dayOf = (moment: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The time of day, `HH:MM`, of a moment in the zone. */
export const timeOf = (moment: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** A calendar day so many days later, or earlier where negative. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days the second calendar day lies after the first. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export type Quiet = { from: string; until: string } | null;

/**
 * The first moment, not before the given one, at which a person may be disturbed: outside of their quiet hours, and on
 * the given moment's day not before `notBefore`. Quiet hours may pass midnight.
 */
export const afterQuiet = (moment: Date, zone: string, quiet: Quiet, notBefore: string): Date => {
  const day = dayOf(moment, zone);
  const wanted = momentOf(day, notBefore, zone);
  const at = wanted > moment ? wanted : moment;
  if (!quiet || quiet.from === quiet.until) return at;
  const time = timeOf(at, zone);
  const overnight = quiet.from > quiet.until;
  const quietThen = overnight ? time >= quiet.from || time < quiet.until : time >= quiet.from && time < quiet.until;
  if (!quietThen) return at;
  return momentOf(overnight && time >= quiet.from ? addDays(dayOf(at, zone), 1) : dayOf(at, zone), quiet.until, zone);
};
