/* Entry of `npm start`: API, worker and web in one process. */
import { join } from 'node:path';
import { createJsonLogger } from '@docuvault/core/logger.ts';
import { readConfig } from './config.ts';
import { loadSecrets } from './secrets.ts';
import { startServer, type RunningServer } from './start-server.ts';

const drainMs = 20_000;

const run = async (): Promise<void> => {
  const config = readConfig(process.env, process.cwd());
  const secrets = await loadSecrets(config.home, process.env);
  const log = createJsonLogger((line) => process.stderr.write(`${line}\n`));
  const server: RunningServer = await startServer({ config, secrets, log, root: join(import.meta.dirname, '..'), workers: import.meta.dirname });

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
  if (process.env.npm_lifecycle_event === 'start') {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) stop('npm is gone');
    }, 1_000).unref();
  }

  console.log(`\n  DocuVault AI   ${server.url}\n  API            ${server.url}/docs\n  anon key       ${secrets.anonKey}\n  data           ${config.home}\n`);
};

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
