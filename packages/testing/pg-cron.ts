import { existsSync, readdirSync } from 'node:fs';

/** Why the suite of pg_cron cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingCron = (): string | null => {
  const root = '/usr/share/postgresql';
  const present = existsSync(root) && readdirSync(root).some((version) => ['pg_cron', 'vector'].every((name) => existsSync(`${root}/${version}/extension/${name}.control`)));
  const reason = present ? null : 'pg_cron is not installed';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

/** What a server needs that runs pg_cron for its database postgres, as itself on loopback. */
export const cronSettings = ['shared_preload_libraries=pg_cron', 'cron.database_name=postgres', 'cron.host=127.0.0.1'] as const;
