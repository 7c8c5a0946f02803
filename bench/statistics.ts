/** Percentile of unsorted numbers by the nearest rank. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
};

export type Timing = { p50: number; p95: number; p99: number; perSecond: number };

/** Runs `work` `count` times with `inFlight` at once; milliseconds and calls a second. */
export const measureCalls = async (count: number, inFlight: number, work: (index: number) => Promise<unknown>): Promise<Timing> => {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const lane = async () => {
    for (let index = next++; index < count; index = next++) {
      const begun = performance.now();
      await work(index);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - started) / 1000;
  return { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99), perSecond: count / seconds };
};

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** A row of the printed table. */
export const timingCells = (t: Timing): string => `${round(t.p50)} / ${round(t.p95)} / ${round(t.p99)} ms · ${round(t.perSecond)}/s`;
