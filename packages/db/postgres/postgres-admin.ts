import pg from 'pg';
import { fromDriver } from '../errors.ts';
import type { AdminConnection } from '../types.ts';
import { rowTypes } from './postgres-driver.ts';

/** A login that may change the schema, for the migrator and upkeep. `close` ends it. */
export const openPostgresAdmin = async (connectionString: string): Promise<AdminConnection & { close(): Promise<void> }> => {
  const client = new pg.Client({ connectionString, types: rowTypes });
  client.on('error', () => undefined);
  await client.connect();
  const translate = (error: unknown): never => {
    throw fromDriver(error);
  };
  return {
    exec: async (script) => {
      await client.query(script).catch(translate);
    },
    query: async <Row>(q: { text: string; values: unknown[] }) => {
      const result = await client.query({ text: q.text, values: q.values }).catch(translate);
      return result.rows as Row[];
    },
    close: () => client.end(),
  };
};
