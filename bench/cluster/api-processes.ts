import { settle } from '../context.ts';
import { measureCalls, timingCells } from '../statistics.ts';
import { signUp } from '../vault-client.ts';
import { question, uploadPapers } from './papers.ts';
import { cpuOf, onCluster, startApis, startWorkers, stopAll } from './processes.ts';

const calls = 1_500;

/** The same calls of one person on the same rows, spread over 1, 2 and 4 API processes. */
export const scaleApis = (print: (line: string) => void): Promise<void> => onCluster(async (cluster) => {
  const [first] = await startApis(cluster, 1);
  const workers = await startWorkers(cluster, 1);
  const client = await signUp(first!);
  const ids = await uploadPapers(client, 0, 40);
  await settle(client);
  await stopAll([first!, ...workers]);
  const postmaster = { pid: cluster.server.pid() };
  let one = 0;
  for (const count of [1, 2, 4]) {
    const apis = await startApis(cluster, count);
    const clients = apis.map((api) => client.at(api.url));
    const call = (n: number): Promise<unknown> => {
      const at = clients[n % count]!;
      if (n % 3 === 0) return at.search(question(n), 'keyword');
      return n % 3 === 1 ? at.get('documents?limit=20') : at.get(`documents/${ids[n % ids.length]!}`);
    };
    await measureCalls(200 * count, 16, call);
    const [apiCpu, dbCpu, ownCpu] = [cpuOf(apis), cpuOf([postmaster]), process.cpuUsage()];
    const timing = await measureCalls(calls, 16, call);
    const own = process.cpuUsage(ownCpu);
    if (count === 1) one = timing.perSecond;
    print(`| ${count} API process${count > 1 ? 'es' : ''}, a third each of keyword search, list, one document, 16 in flight | ${timingCells(timing)} | ${(timing.perSecond / one).toFixed(2)} × one process; processor time a call: API ${((cpuOf(apis) - apiCpu) / calls).toFixed(1)} ms, database ${((cpuOf([postmaster]) - dbCpu) / calls).toFixed(1)} ms, this client ${((own.user + own.system) / 1000 / calls).toFixed(1)} ms |`);
    await stopAll(apis);
  }
});
