import * as z from 'zod/mini';
import { categories, documentTypes } from '@docuvault/core/vocabulary.ts';
import { calendarDate, id, timestamp } from './common.ts';

/**
 * What can be drawn over time. `documents`: papers that came in. `storage`: bytes of today's papers that were there by the
 * end of the step. `questions`: asked of the chat. `expiring`: papers whose last day falls into the step. `spending`: what
 * bills, invoices and receipts state, one series a currency. `events.<name>`: the sum of what was sent to `POST /events`.
 */
export const figures = ['documents', 'storage', 'questions', 'expiring', 'spending'] as const;
export type Figure = (typeof figures)[number];

const eventName = z.string().check(z.regex(/^[a-z][a-z0-9_.-]{0,79}$/));

/** `from` and `to` are days in the person's time zone, both counted in; the last 90 days where they are left out. `metrics`: names with commas between. */
export const seriesQuery = z.object({
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
  metrics: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});
export type SeriesQuery = z.infer<typeof seriesQuery>;

/** `date` is the first day of the step; steps in which nothing was have the value 0 and are there. */
export const point = z.object({ date: calendarDate, value: z.number() });
export const series = z.object({ metric: z.string(), unit: z.enum(['count', 'bytes', 'amount', 'sum']), currency: z.nullable(z.string()), total: z.number(), points: z.array(point) });
export type Series = z.infer<typeof series>;
export const seriesList = z.object({ from: calendarDate, to: calendarDate, interval: z.enum(['day', 'week', 'month']), timeZone: z.string(), series: z.array(series) });
export type SeriesList = z.infer<typeof seriesList>;

const named = { documentId: id, title: z.string() };

/** A paper that ends within 90 days, or ended within the last year, and of which no later one of its kind is there. Days are negative once it is over. */
export const expiringPaper = z.object({ ...named, documentType: z.enum(documentTypes), category: z.enum(categories), person: z.nullable(z.string()), expiresOn: calendarDate, daysLeft: z.int(), state: z.enum(['expired', 'expiring']) });
/** A paper that people in this place usually keep and that is not here. `because`: the papers that make one expect it. */
export const missingPaper = z.object({
  documentType: z.enum(documentTypes), person: z.nullable(z.string()), subject: z.nullable(z.enum(['health', 'vehicle', 'home'])),
  reason: z.enum(['usual_for_person', 'usual_for_child', 'usual_for_household', 'vehicle_without_insurance', 'home_without_insurance']), because: z.array(z.object(named)),
});
export type MissingPaper = z.infer<typeof missingPaper>;
/** Papers that seem to be one and the same, the latest first: `same_number`, or `same_bill` (issuer, amount and day). */
export const duplicatePapers = z.object({ reason: z.enum(['same_number', 'same_bill']), documents: z.array(z.object({ ...named, createdAt: timestamp })) });
/** Of the last twelve months, this one counted in. What two copies of one bill state is counted once; what states no currency is under null. */
export const spending = z.object({
  from: calendarDate, to: calendarDate,
  totals: z.array(z.object({ currency: z.nullable(z.string()), total: z.number(), documents: z.int() })),
  byCategory: z.array(z.object({ category: z.enum(categories), currency: z.nullable(z.string()), total: z.number(), documents: z.int() })),
  byMonth: z.array(z.object({ month: z.string(), category: z.enum(categories), currency: z.nullable(z.string()), total: z.number(), documents: z.int() })),
});
export type Spending = z.infer<typeof spending>;
/** Bytes. `used` is what counts against the limit: papers in the trash and earlier versions too. */
export const storageUse = z.object({
  used: z.number(), limit: z.number(), documents: z.int(), trash: z.object({ documents: z.int(), bytes: z.number() }),
  byCategory: z.array(z.object({ category: z.enum(categories), documents: z.int(), bytes: z.number() })),
  largest: z.array(z.object({ ...named, sizeBytes: z.number() })),
});
export const insights = z.object({ expiring: z.array(expiringPaper), missing: z.array(missingPaper), duplicates: z.array(duplicatePapers), spending, storage: storageUse });
export type Insights = z.infer<typeof insights>;

const dimension = z.union([z.string().check(z.maxLength(200)), z.number(), z.boolean()]);

/** Figures of the client's own, up to 100 in a call. One with an `id` is taken once however often it comes. `at` lies within the last 30 days. */
export const eventsInput = z.object({
  events: z.array(z.object({
    id: z.optional(id), name: eventName, value: z.optional(z.number()), at: z.optional(z.iso.datetime({ offset: true })),
    dimensions: z.optional(z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)), dimension)),
  })).check(z.minLength(1), z.maxLength(100)),
});
export type EventsInput = z.infer<typeof eventsInput>;
export const eventsTaken = z.object({ accepted: z.int() });
export const eventsPrefix = 'events.';
