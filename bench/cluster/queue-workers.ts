import sql from 'sql-template-tag';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { signUp } from '../vault-client.ts';
import { uploadPapers } from './papers.ts';
import { cpuOf, onCluster, startApis, startWorkers, stopAll } from './processes.ts';

const papers = 120;
const people = 4;

/** Papers of four people through the queue with 1, 2 and 4 workers that are warm and idle when the first arrives. */
export const scaleWorkers = (print: (line: string) => void): Promise<void> => onCluster(async (cluster) => {
  const [api] = await startApis(cluster, 1);
  const admin = await openPostgresAdmin(cluster.server.adminUrl);
  const clients = await Promise.all(Array.from({ length: people }, () => signUp(api!)));
  const untilDone = async (): Promise<void> => {
    for (;;) {
      const [row] = await admin.query<{ open: number }>(sql`select count(*)::integer as open from public.processing_queue where status in ('queued', 'processing')`);
      if (row!.open === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  let fresh = 0;
  let one = 0;
  for (const count of [1, 2, 4]) {
    const workers = await startWorkers(cluster, count);
    const send = async (each: number) => {
      await Promise.all(clients.map((client, n) => uploadPapers(client, fresh + n * each, each)));
      fresh += people * each;
      await untilDone();
    };
    await send(4 * count);
    const [before, began] = [cpuOf(workers), performance.now()];
    await send(papers / people);
    const seconds = (performance.now() - began) / 1000;
    if (count === 1) one = seconds;
    const [twice] = await admin.query<{ n: number }>(sql`
      select count(*)::integer as n from public.processing_queue q where q.status <> 'completed' or q.attempts > 1 or q.last_error is not null`);
    print(`| ${count} worker${count > 1 ? 's' : ''}: ${papers} one-page papers of ${people} people | ${seconds.toFixed(1)} s · ${(papers / seconds).toFixed(1)} papers/s | ${(one / seconds).toFixed(2)} × one worker; ${((cpuOf(workers) - before) / papers).toFixed(0)} ms of the workers' processor time a paper; ${twice!.n} failed or tried again |`);
    await stopAll(workers);
  }
  await api!.stop();
  await admin.close();
});
