import { hostname } from 'node:os';
import { join } from 'node:path';
import { createProcessor } from '@docuvault/vault/document-processor/processor.ts';
import { warmUp } from '@docuvault/vault/document-processor/warm-up.ts';
import { runFileUpkeep, runSqlUpkeep } from '@docuvault/vault/document-processor/run-upkeep.ts';
import { eraseDue } from '@docuvault/vault/account/erasure/erase-account.ts';
import { runReminders } from '@docuvault/vault/reminder-engine/run-reminders.ts';
import { announceEmergencies } from '@docuvault/vault/family-vault/announce-emergencies.ts';
import { sendOutbox } from '@docuvault/vault/reminder-engine/send-outbox.ts';
import { reindexStale } from '@docuvault/vault/search-engine/reindex-stale.ts';
import { runBilling } from '@docuvault/vault/subscription-manager/run-billing.ts';
import { createAnalysisThread } from './analyse-in-thread.ts';
import type { Config } from './config.ts';
import { hearAlerts } from './hear-alerts.ts';
import type { Ports } from './open-ports.ts';
import { every } from './every.ts';
import { createSchedule } from './schedule.ts';

/** The half that works the queue off and keeps the vault tidy. */
export type WorkerSide = {
  /** There may be work: look now. */
  wake(): void;
  start(): void;
  /** Takes no more jobs, gives back those at work, waits for upkeep under way. */
  stop(): Promise<void>;
};

const minute = 60_000;

/** Builds the worker half. `sweepStorage` is the storage server's own upkeep. */
export const createWorkerSide = (ports: Ports, config: Config, workers: string, publicUrl: string, sweepStorage: () => Promise<void>): WorkerSide => {
  const { deps } = ports;
  const analysis = createAnalysisThread(join(workers, 'analysis-worker.js'));
  const processor = createProcessor(deps, {
    worker: `${hostname()}:${process.pid}`, readers: ports.readers, alone: !config.databaseUrl, analyse: analysis.analyse,
  });
  const schedule = createSchedule(deps.db, deps.log, !config.databaseUrl);
  const stops: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  return {
    wake: processor.wake,
    start: () => {
      ports.warm();
      warmUp(analysis.analyse, stopping.signal).catch(() => undefined);
      processor.start().catch((error: unknown) => {
        deps.log.error('the processor did not start', { cause: String(error) });
      });
      stops.push(() => processor.stop());
      stops.push(hearAlerts(deps.db, deps.log));
      stops.push(schedule('upkeep', 60 * minute, async () => {
        await sweepStorage();
        await runFileUpkeep(deps);
      }));
      // pg_cron, where it is present, claims the same name.
      stops.push(schedule('sql upkeep', 60 * minute, async () => {
        await runSqlUpkeep(deps);
      }));
      // After an upgrade it may take a while; who holds it renews its lease.
      stops.push(schedule('search index', 5 * minute, async () => {
        await reindexStale(deps, stopping.signal);
      }));
      stops.push(schedule('reminders', minute, async () => {
        await runReminders(deps, deps.clock.now());
        await sendOutbox(deps, ports.channels, { site: config.siteUrl ?? publicUrl, functions: `${publicUrl}/functions/v1` }, deps.clock.now());
      }));
      stops.push(schedule('emergencies', 5 * minute, async () => {
        await announceEmergencies(deps);
      }));
      stops.push(schedule('erasures', 60 * minute, async () => {
        await eraseDue({ ...deps, removeObjects: ports.removeObjects });
      }));
      stops.push(schedule('billing', 5 * minute, async () => {
        await runBilling({ ...deps, payments: ports.payments, publicUrl, siteUrl: config.siteUrl });
      }));
      // Only where this is the one process there is: no other could have done it.
      if (ports.checkpoint) stops.push(every('checkpoint', minute, deps.log, ports.checkpoint));
      if (ports.vacuum) stops.push(schedule('vacuum', 10 * minute, ports.vacuum));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(stops.map((stop) => stop()));
      await analysis.close();
    },
  };
};
