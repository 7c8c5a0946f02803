import { newHome, removeHome, startProduct, type Product } from '@docuvault/testing/product.ts';
import { settle } from '../context.ts';
import { measureCalls, timingCells } from '../statistics.ts';
import { signUp, type VaultClient } from '../vault-client.ts';
import { paper, question, uploadPapers } from './papers.ts';
import { cpuOf, onCluster } from './processes.ts';

type Engine = { name: string; product: Product; client: VaultClient };
type Work = readonly [what: string, count: number, inFlight: number, call: (client: VaultClient, n: number) => Promise<unknown>];

const papers = 120;

/** The whole product in one process, on PGlite and on PostgreSQL, asked the same in turn; both sync each commit. */
export const compareEngines = (print: (line: string) => void): Promise<void> => onCluster(async (cluster) => {
  const home = newHome();
  const onPglite = await startProduct(home, { RATE_LIMITS: 'off' });
  const onPostgres = await startProduct(cluster.home, cluster.env);
  cluster.started.push(onPglite, onPostgres);
  const engines: Engine[] = [
    { name: 'embedded', product: onPglite, client: await signUp(onPglite) },
    { name: 'PostgreSQL', product: onPostgres, client: await signUp(onPostgres) },
  ];
  let fresh = 1_000;
  const measure = async ([what, count, inFlight, call]: Work): Promise<void> => {
    for (const { name, product, client } of engines) {
      const before = cpuOf([product]);
      const cells = timingCells(await measureCalls(count, inFlight, (n) => call(client, n)));
      print(`| ${name}: ${what} | ${cells} | ${((cpuOf([product]) - before) / count).toFixed(1)} ms of the server's processor time a call |`);
    }
  };
  for (const { name, client } of engines) {
    const started = performance.now();
    await uploadPapers(client, 0, papers);
    const uploaded = (performance.now() - started) / 1000;
    await settle(client);
    const read = (performance.now() - started) / 1000;
    print(`| ${name}: ${papers} one-page papers, 8 in flight | ${(papers / uploaded).toFixed(0)} uploads/s while the first are read | all read and embedded after ${read.toFixed(1)} s, ${(papers / read).toFixed(1)}/s |`);
    for (let n = 0; n < 20; n++) await client.search(question(n), 'hybrid');
    await client.chat('What is the total of invoice INV-3?', 'warm');
  }
  const works: Work[] = [
    ['list of 20', 300, 1, (client) => client.get('documents?limit=20')],
    ['keyword search, alone', 200, 1, (client, n) => client.search(question(n * 2), 'keyword')],
    ['keyword search, 8 in flight', 400, 8, (client, n) => client.search(question(n * 2), 'keyword')],
    ['hybrid search, alone', 150, 1, (client, n) => client.search(question(1_000 + n), 'hybrid')],
    ['hybrid search, 8 in flight', 300, 8, (client, n) => client.search(question(2_000 + n), 'hybrid')],
    ['chat, alone', 40, 1, (client, n) => client.chat(`What is the total of invoice INV-${n}?`, `c${n % 4}`)],
    ['chat, 4 in flight', 60, 4, (client, n) => client.chat(`When is invoice INV-${n + 40} due?`, `d${n % 4}`)],
    ['uploads alone', 40, 1, (client, n) => client.upload(paper(fresh + n), `${n}.pdf`)],
  ];
  for (const work of works) await measure(work);
  for (const { client } of engines) await settle(client);
  fresh += 100;
  await measure(['uploads, 8 in flight', 80, 8, (client, n) => client.upload(paper(fresh + n), `${n}.pdf`)]);
  await onPglite.stop();
  removeHome(home);
});
