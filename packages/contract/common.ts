import * as z from 'zod/mini';

/** An id as the wire writes it. */
export const id = z.uuid();
/** A calendar date, `YYYY-MM-DD`. */
export const calendarDate = z.iso.date();
/** A moment, ISO 8601 in UTC. */
export const timestamp = z.iso.datetime();

/** `?limit` (1–200, 50) and `?cursor` of every list. */
export const listQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
  cursor: z.optional(z.string().check(z.maxLength(500))),
};

/** The shape of every list. */
export const listOf = <T extends z.core.$ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** The shape of every refusal. */
export const errorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()), requestId: z.string() }),
});
