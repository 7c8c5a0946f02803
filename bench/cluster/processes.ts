import { startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess, type Process, type Product } from '@docuvault/testing/product.ts';
import { cpuMs } from '../server-under-test.ts';

/** A PostgreSQL that syncs each commit to the disk, as an operator's does, and the environment of processes on it. */
export type Cluster = { server: PostgresServer; home: string; env: Record<string, string>; started: Pick<Process, 'stop' | 'log'>[] };

/** Does the work on a cluster of its own, and ends what was started for it, whatever happens. */
export const onCluster = async <T>(work: (cluster: Cluster) => Promise<T>): Promise<T> => {
  const server = await startPostgres(['fsync=on', 'shared_buffers=256MB']);
  const home = newHome();
  const cluster: Cluster = {
    server, home, started: [],
    env: { DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' },
  };
  try {
    return await work(cluster);
  } catch (error) {
    for (const one of cluster.started) console.error(one.log().slice(-1_500));
    throw error;
  } finally {
    await Promise.all(cluster.started.map((one) => one.stop('SIGKILL')));
    server.stop();
    removeHome(home);
  }
};

const keep = async <P extends Pick<Process, 'stop' | 'log'>>(cluster: Cluster, starting: Promise<P>): Promise<P> => {
  const one = await starting;
  cluster.started.push(one);
  return one;
};

export const startApis = (cluster: Cluster, count: number): Promise<Product[]> =>
  Promise.all(Array.from({ length: count }, () => keep(cluster, startProduct(cluster.home, cluster.env, 'api'))));

export const startWorkers = (cluster: Cluster, count: number): Promise<Process[]> =>
  Promise.all(Array.from({ length: count }, () => keep(cluster, startWorkerProcess(cluster.home, cluster.env))));

export const stopAll = async (processes: readonly Pick<Process, 'stop'>[]): Promise<void> => {
  await Promise.all(processes.map((one) => one.stop()));
};

/** Milliseconds of processor time of all the processes so far. */
export const cpuOf = (processes: readonly { pid: number }[]): number => processes.reduce((total, { pid }) => total + cpuMs(pid), 0);
