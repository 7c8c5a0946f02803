import process from 'node:process';
import sql from 'sql-template-tag';
import { healthCheckRoom } from '@docuvault/vault/health-check/health-check.routes.ts';
import { readModelConfig } from '../server/model-config.ts';
import { namesOfModels } from '../server/names-of-models.ts';
import { version } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

const started = Date.now();

export default edgeFunction(({ db }) =>
  healthCheckRoom({
    database: () => db.check(),
    storage: async () => {
      await db.asService('health check', (tx) => tx.query(sql`select 1 from storage.buckets limit 1`));
    },
    ai: () => Promise.resolve({ ...namesOfModels(readModelConfig(process.env)), embeddings: 'worker' }),
    external: {},
    memory: () => ({ ...process.memoryUsage(), limit: 256 * 1024 * 1024 }),
    uptimeSeconds: () => (Date.now() - started) / 1000,
    now: () => new Date(),
    version,
  }),
);
