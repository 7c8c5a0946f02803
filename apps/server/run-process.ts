import { join } from 'node:path';
import { createJsonLogger } from '@docuvault/core/logger.ts';
import type { ProcessKind } from './compose.ts';
import { readConfig } from './config.ts';
import { loadSecrets } from './secrets.ts';
import { unusedVariables } from './unused-variables.ts';
import { startServer, type RunningServer } from './start-server.ts';

const drainMs = 20_000;

const run = async (kind: ProcessKind): Promise<void> => {
  const config = readConfig(process.env, process.cwd());
  if (kind !== 'all' && !config.databaseUrl) {
    throw new Error(`npm run ${kind} shares its database with other processes: set DATABASE_URL to a PostgreSQL. Alone on this machine use npm start.`);
  }
  const secrets = await loadSecrets(config.home, process.env);
  const log = createJsonLogger((line) => process.stderr.write(`${line}\n`));
  const unused = unusedVariables(process.env);
  if (unused.length > 0) log.warn('variables are set that this version makes no use of', { unused });
  const server: RunningServer = await startServer(kind, { config, secrets, log, root: join(import.meta.dirname, '..'), workers: import.meta.dirname });

  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { why });
    setTimeout(() => {
      log.error('stopped before everything had drained', { afterMs: drainMs });
      process.exit(1);
    }, drainMs).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', { cause: String(error) });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => { stop(signal); });

  // npm itself may be killed and leave this process behind, holding the database; then nobody could start another.
  if (['start', 'api', 'worker'].includes(process.env.npm_lifecycle_event ?? '')) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) stop('npm is gone');
    }, 1_000).unref();
  }

  const lines = server.url
    ? [`DocuVault AI   ${server.url}`, `API            ${server.url}/docs`, `anon key       ${secrets.anonKey}`, `data           ${config.home}`]
    : ['DocuVault AI   worker'];
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
};

/** Runs a process of the kind until it is told to stop; ends the process with 1 when it cannot start. */
export const runProcess = (kind: ProcessKind): void => {
  run(kind).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
};
