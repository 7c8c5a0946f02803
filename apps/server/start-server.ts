import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Config } from './config.ts';
import { compose, type ProcessKind } from './compose.ts';
import type { Secrets } from './secrets.ts';

export type RunningServer = { url: string | null; stop(): Promise<void> };

export type StartOptions = { config: Config; secrets: Secrets; log: Logger; root: string; workers: string };

const listen = (fetch: (request: Request, env?: unknown) => Response | Promise<Response>, host: string, port: number): Promise<{ server: HttpServer; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) => {
      resolve({ server: server as HttpServer, port: info.port });
    });
    // Longer than proxies and clients keep an idle connection, so that none is closed just as it is used again.
    (server as HttpServer).keepAliveTimeout = 75_000;
    (server as HttpServer).headersTimeout = 80_000;
    (server as HttpServer).requestTimeout = 30 * 60_000;
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken; set PORT to another`) : error);
    });
  });

/** Leaves word of where this server is, for commands on the same vault. Returns how to take it back. */
const rememberServer = (home: string, url: string): (() => void) => {
  const path = join(home, 'server.json');
  writeFileSync(path, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
  return () => {
    rmSync(path, { force: true });
  };
};

const graceMs = 300;

/**
 * Takes no new connection, answers what comes on those there are (each answer says that it is the last), and closes
 * those that are idle: after a moment, because a client may just be sending on one.
 */
const closeGently = async (server: HttpServer, drain: () => void): Promise<void> => {
  // HTTP's own close() would cut idle connections at once.
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
  drain();
  const idle = setInterval(() => {
    drain();
    server.closeIdleConnections();
  }, graceMs);
  await closed;
  clearInterval(idle);
};

/**
 * Starts a process of the kind and begins to serve. A worker alone listens to probes at most. `stop` finishes what is in flight,
 * gives jobs back and closes the database.
 */
export const startServer = async (kind: ProcessKind, { config, secrets, log, root, workers }: StartOptions): Promise<RunningServer> => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const composed = await compose(kind, { config, secrets, log, root, workers, version });
  const { api } = composed;
  if (!api) {
    const probes = config.probePort === null ? null : await listen((request, env) => composed.probes.fetch(request, env), config.host, config.probePort);
    composed.start();
    // Timers of the work keep no process alive; without a connection to its database a worker would simply end.
    const alive = setInterval(() => undefined, 60_000);
    return {
      url: null,
      stop: async () => {
        clearInterval(alive);
        await composed.stop();
        probes?.server.closeAllConnections();
        probes?.server.close();
      },
    };
  }
  try {
    const state = { stopping: false };
    const { server, port } = await listen(async (request, env) => {
      const answer = await api.fetch(request, env);
      if (state.stopping) answer.headers.set('connection', 'close');
      return answer;
    }, config.host, config.port);
    composed.start();
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    const forget = config.databaseUrl ? () => undefined : rememberServer(config.home, url);
    return {
      url,
      stop: async () => {
        state.stopping = true;
        await closeGently(server, composed.drain);
        await composed.stop();
        forget();
      },
    };
  } catch (error) {
    await composed.stop();
    throw error;
  }
};
