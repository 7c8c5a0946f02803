import { addDays, daysBetween, momentOf, startOfDay } from './local-time.ts';
import { nextOccurrence, previousOccurrence } from './recurrence.ts';

/** Where a reminder stands: the occurrence that is watched, and the last lead (in days) that was told of it. */
export type Standing = { dueOn: string; lastLead: number | null };

/** What does not change from one occurrence to the next. With a `time` (`HH:MM`) it speaks then, else when the day begins. */
export type Rhythm = { startsOn: string; recurrence: string | null; leadDays: readonly number[]; zone: string; time?: string | null };

/** One thing to say: that `dueOn` is near, at the moment that was meant for it. */
export type Firing = { dueOn: string; lead: number; meantFor: Date };

/** What is to be said by now, where the reminder stands then, and when to look at it next (null: never again). */
export type Plan = { firings: Firing[]; standing: Standing; nextAt: Date | null };

/** Occurrences told of in one go; what is left over comes with the next look. */
const most = 31;

/**
 * The leads of an occurrence, longest first. A lead as long as the time since the occurrence before would come before
 * that one is over, so it is left out: nobody wants to hear of February's rent in December.
 */
const leadsOf = (dueOn: string, before: string | null, leadDays: readonly number[]): number[] => {
  const room = before === null ? Number.POSITIVE_INFINITY : daysBetween(before, dueOn);
  const fitting = [...new Set(leadDays)].filter((lead) => lead < room).sort((a, b) => b - a);
  return fitting.length > 0 ? fitting : [0];
};

/**
 * Goes from where a reminder stands to now. Of each occurrence only the latest lead that has passed is said, so that a
 * week of downtime brings one message and not three; an occurrence that passed unsaid is said late rather than never.
 * Calling it again with the standing it returned says nothing twice, whatever the clock does.
 */
export const planReminder = (rhythm: Rhythm, from: Standing, now: Date): Plan => {
  const { startsOn, recurrence, zone, leadDays, time = null } = rhythm;
  const speaksOn = (day: string): Date => (time === null ? startOfDay(day, zone) : momentOf(day, time, zone));
  const firings: Firing[] = [];
  let standing = from;
  let before = previousOccurrence(recurrence, startsOn, standing.dueOn);
  for (;;) {
    const { dueOn, lastLead } = standing;
    const open = leadsOf(dueOn, before, leadDays).filter((lead) => lastLead === null || lead < lastLead).map((lead) => ({ lead, meantFor: speaksOn(addDays(dueOn, -lead)) }));
    const passed = open.filter(({ meantFor }) => meantFor <= now);
    const said = passed.at(-1);
    if (said && firings.length >= most) return { firings, standing, nextAt: said.meantFor };
    if (said) {
      firings.push({ dueOn, ...said });
      standing = { dueOn, lastLead: said.lead };
    }
    const ahead = open[passed.length]?.meantFor ?? null;
    const next = ahead === null ? nextOccurrence(recurrence, startsOn, dueOn) : null;
    if (next === null) return { firings, standing, nextAt: ahead };
    const over = startOfDay(addDays(dueOn, 1), zone);
    if (now < over) return { firings, standing, nextAt: over };
    before = dueOn;
    standing = { dueOn: next, lastLead: null };
  }
};
