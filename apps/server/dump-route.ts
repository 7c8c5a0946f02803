import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import sql from 'sql-template-tag';
import { actorOfHeaders, type Authenticator } from '@docuvault/api/middleware/authenticate.ts';
import { forbidden } from '@docuvault/core/errors.ts';
import { dumpTables } from '@docuvault/db/dump/dump-tables.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

const patient = { priority: 'background', timeoutMs: 10 * 60_000 } as const;

/**
 * `GET /operations/v1/dump`, for the service role: every row of one moment as lines of JSON, for backups of an embedded
 * vault that runs. The rows go to a file first, one that has no name any more, so that no client holds the transaction up.
 */
export const dumpRoute = (db: Database, authenticator: Authenticator, home: string): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/operations/v1/dump', async (c) => {
    const actor = await actorOfHeaders(authenticator, c.req.raw.headers);
    if (actor.role !== 'service_role') throw forbidden('auth.service_role_required', 'Only the service role may do this.');
    const folder = join(home, 'tmp');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, randomUUID());
    const file = await open(path, 'wx+', 0o600);
    await rm(path);
    try {
      const line = (record: object) => file.writeFile(`${JSON.stringify(record)}\n`);
      await db.asService('backup of a running vault', async (tx) => {
        const migrations = await tx.query<{ version: string }>(sql`select version from private.applied_migrations() version order by 1`);
        await line({ migrations: migrations.map((row) => row.version) });
        for await (const rows of dumpTables(tx.query)) await line(rows);
      }, patient);
      await line({ end: true });
    } catch (error) {
      await file.close();
      throw error;
    }
    return c.body(Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream, 200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
  });
  return app;
};
