import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { CallMeasure } from '@docuvault/api/middleware/measure.ts';

/** Prometheus metrics of this process: calls by function, and what Node reports of itself. */
export type Metrics = {
  record(call: CallMeasure): void;
  /** A figure that is asked for at each scrape. */
  gauge(name: string, help: string, read: () => number): void;
  text(): Promise<string>;
  readonly contentType: string;
};

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const calls = new Counter({ name: 'docuvault_function_calls_total', help: 'Calls by function and status', labelNames: ['function', 'status'], registers: [registry] });
  const durations = new Histogram({
    name: 'docuvault_function_duration_seconds', help: 'Time to answer by function', labelNames: ['function'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [registry],
  });
  return {
    record: (call) => {
      calls.inc({ function: call.functionName, status: String(call.status) });
      durations.observe({ function: call.functionName }, call.durationMs / 1000);
    },
    gauge: (name, help, read) => {
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => { gauge.set(read()); } });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
