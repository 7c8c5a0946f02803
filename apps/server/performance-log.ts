import sql, { join } from 'sql-template-tag';
import type { CallMeasure } from '@docuvault/api/middleware/measure.ts';
import type { Database } from '@docuvault/db/types.ts';

/** Keeps the guide's performance_metrics, written in batches so that no request pays for it. */
export type PerformanceLog = { record(call: CallMeasure): void; flush(): Promise<void> };

const maxWaiting = 5_000;
const keptMs = 30 * 24 * 60 * 60_000;

export const createPerformanceLog = (db: Database, now: () => Date): PerformanceLog => {
  let waiting: { call: CallMeasure; memoryMb: number; at: Date }[] = [];
  let measured = { memoryMb: 0, at: -Infinity };
  /** Asking the system costs a third of a millisecond, so calls of the same second share one answer. */
  const memoryMb = (at: Date): number => {
    if (Math.abs(at.getTime() - measured.at) >= 1_000) measured = { memoryMb: process.memoryUsage.rss() / 1_048_576, at: at.getTime() };
    return measured.memoryMb;
  };
  return {
    record: (call) => {
      const at = now();
      if (waiting.length < maxWaiting) waiting.push({ call, memoryMb: memoryMb(at), at });
    },
    flush: async () => {
      const batch = waiting;
      waiting = [];
      if (batch.length === 0) return;
      const keptSince = new Date(now().getTime() - keptMs);
      const rows = batch.map(({ call, memoryMb, at }) => sql`(${call.functionName}, ${call.durationMs}::float8, ${memoryMb}::float8, ${call.status < 500}::boolean, ${at}::timestamptz)`);
      for (let i = 0; i < rows.length; i += 500) {
        const part = rows.slice(i, i + 500);
        await db.asService(
          'performance metrics',
          (tx) => tx.query(sql`insert into public.performance_metrics (function_name, execution_time_ms, memory_used_mb, success, "timestamp") values ${join(part)}`),
          { priority: 'background' },
        );
      }
      await db.asService('forget old performance metrics', (tx) => tx.query(sql`delete from public.performance_metrics m where m."timestamp" < ${keptSince}`), { priority: 'background' });
    },
  };
};
