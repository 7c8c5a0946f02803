/** The time as the product sees it; tests advance it. */
export type Clock = { now(): Date };

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved, for tests. */
export const createTestClock = (start = new Date('2026-01-15T10:00:00Z')): Clock & { advance(ms: number): void } => {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
};
