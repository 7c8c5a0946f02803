import * as z from 'zod/mini';
import { id, listOf, timestamp } from './common.ts';

const password = z.string().check(z.minLength(8), z.maxLength(200));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** A child without an address of their own. `shareEverything`: what the child has is seen, and put right, by those who run the vault. */
export const childInput = z.object({ name, password, person: z.optional(z.nullable(name)), shareEverything: z._default(z.boolean(), true) });
export type ChildInput = z.infer<typeof childInput>;

/** `signInName` has the form of an address, and is entered where an address is asked for; no mail can reach it. `offeredTo`: the address that the account is being handed over to. */
export const child = z.object({
  userId: id, name: z.nullable(z.string()), person: z.nullable(z.string()), signInName: z.string(), createdAt: timestamp,
  offeredTo: z.nullable(z.string()), offerExpiresAt: z.nullable(timestamp),
});
export type Child = z.infer<typeof child>;
export const childList = listOf(child);
export const childPassword = z.object({ password });

export const handOver = z.object({ email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(320), z.email()) });
/** `mailed`: the token went to the address. Where this vault sends no mail it is given here, to be passed on. */
export const handOverOffer = z.object({ mailed: z.boolean(), token: z.nullable(z.string()), expiresAt: timestamp });
export const handOverClaim = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)), password });
export const handOverClaimed = z.object({ userId: id, email: z.string() });
