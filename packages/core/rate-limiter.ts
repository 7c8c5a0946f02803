/** The state of a caller's window after a call. `resetSeconds` is when the oldest counted call leaves the window. */
export type RateState = { allowed: boolean; limit: number; remaining: number; resetSeconds: number };

/**
 * Counts calls in a sliding hour by subject (a person, or an address) and function. A call with `counted: false` only
 * asks for the state: it is allowed whatever the count, and changes nothing.
 */
export type RateLimiter = { take(subject: string, functionName: string, limit: number, options?: { counted: boolean }): Promise<RateState> };
