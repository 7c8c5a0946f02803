import { createApiSide, type ApiSide } from './api-side.ts';
import { openPorts, type PortOptions } from './open-ports.ts';
import { createProbes } from './probes.ts';
import { createSupabaseWire } from './supabase-wire.ts';
import { createWorkerSide, type WorkerSide } from './worker-side.ts';

/** What a process does: both (`npm start`), or one of the two. */
export type ProcessKind = 'all' | 'api' | 'worker';

export type Composed = {
  /** Null in a process that serves no API. */
  api: Pick<ApiSide, 'fetch'> | null;
  /** How a process without an API tells that it lives. */
  probes: Pick<ApiSide, 'fetch'>;
  /** Starts workers and schedules, once the server listens. */
  start(): void;
  /** Ends streams that would keep connections open. */
  drain(): void;
  stop(): Promise<void>;
};

/** Builds the product for one process: ports, then the halves that its kind has. A room is added in rooms.ts, a port in open-ports.ts. */
export const compose = async (kind: ProcessKind, options: PortOptions): Promise<Composed> => {
  const { config, secrets, workers } = options;
  const localUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const ports = await openPorts(options);
  // Workers hear of a document by NOTIFY. Where that may be late, on its way through a server, the process that takes it in wakes its own at once.
  const work: { side: WorkerSide | null } = { side: null };
  const queue = { ...ports.deps, wakeProcessor: kind === 'api' || !config.databaseUrl ? undefined : () => work.side?.wake() };
  const publicUrl = config.publicUrl ?? localUrl;
  const wire = createSupabaseWire(queue, config, secrets, publicUrl, ports.channels.mail);
  const api = kind === 'worker' ? null : createApiSide(queue, wire, ports, options);
  if (kind !== 'api') work.side = createWorkerSide(ports, config, workers, publicUrl, wire.storage.sweep);
  return {
    api,
    probes: createProbes(ports.deps),
    start: () => {
      work.side?.start();
      api?.start();
    },
    drain: () => api?.drain(),
    stop: async () => {
      await Promise.all([work.side?.stop(), api?.stop()]);
      await ports.close();
    },
  };
};
