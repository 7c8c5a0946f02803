import { newHome, removeHome, startProduct, type Process, type Product } from '@docuvault/testing/product.ts';
import { settle } from '../context.ts';
import { percentile } from '../statistics.ts';
import { residentMb } from '../server-under-test.ts';
import { signUp, type VaultClient } from '../vault-client.ts';
import { paper, question, uploadPapers } from './papers.ts';
import { onCluster, startApis, startWorkers } from './processes.ts';

const people = 64;

const kinds = ['list', 'document', 'keyword search', 'file', 'hybrid search', 'chat', 'upload'] as const;
type Kind = (typeof kinds)[number];

/** Of a hundred calls: what people do in a vault, looking far more often than writing. */
const kindOf = (n: number): Kind => {
  const at = (n * 37) % 100;
  if (at < 35) return 'list';
  if (at < 55) return 'document';
  if (at < 65) return 'file';
  if (at < 85) return 'keyword search';
  if (at < 94) return 'hybrid search';
  return at < 98 ? 'chat' : 'upload';
};

type Person = { client: VaultClient; ids: string[] };

/** Sixty-four people, each with one call under way all the time, for so many minutes. Answers how many calls failed. */
const press = async (print: (line: string) => void, name: string, apis: readonly Product[], others: readonly Process[], minutes: number): Promise<number> => {
  const persons: Person[] = [];
  for (let n = 0; n < people; n++) {
    const client = (await signUp(apis[0]!)).at(apis[n % apis.length]!.url);
    persons.push({ client, ids: await uploadPapers(client, n * 10, 3) });
  }
  for (const { client } of persons) await settle(client);
  const times = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
  const errors = new Map<string, number>();
  let fresh = 100_000;
  const call = ({ client, ids }: Person, kind: Kind, n: number): Promise<unknown> => {
    switch (kind) {
      case 'list': return client.get('documents?limit=20');
      case 'document': return client.get(`documents/${ids[n % ids.length]!}`);
      case 'file': return client.file(ids[n % ids.length]!);
      case 'keyword search': return client.search(question(n * 2), 'keyword');
      case 'hybrid search': return client.search(question(n * 2 + 1), 'hybrid');
      case 'chat': return client.chat(`What is the total of invoice INV-${n % 1_000}?`, `c${n % 3}`);
      case 'upload': return client.upload(paper(fresh++), `${n}.pdf`);
    }
  };
  const seconds = minutes * 60;
  const until = performance.now() + seconds * 1000;
  await Promise.all(persons.map(async (person, lane) => {
    for (let n = lane * 13; performance.now() < until; n++) {
      const [kind, began] = [kindOf(n), performance.now()];
      await call(person, kind, n).catch((error: unknown) => {
        const why = `${kind}: ${String(error).replaceAll(/[0-9a-f-]{36}/g, '…').slice(0, 160)}`;
        errors.set(why, (errors.get(why) ?? 0) + 1);
      });
      times[kind].push(performance.now() - began);
    }
  }));
  const all = kinds.flatMap((kind) => times[kind]);
  const failed = [...errors.values()].reduce((a, b) => a + b, 0);
  const cells = (values: readonly number[]) => [50, 95, 99].map((p) => percentile(values, p).toFixed(0)).join(' / ');
  const memory = [...apis, ...others].reduce((total, { pid }) => total + residentMb(pid), 0);
  print(`| ${name}: ${people} people in flight for ${minutes} minutes | ${cells(all)} ms · ${(all.length / seconds).toFixed(0)}/s | ${all.length.toLocaleString('en')} calls, **${failed} errors**; processes ${memory.toFixed(0)} MiB at the end |`);
  for (const kind of kinds) print(`| ${name}: of them ${kind} | ${cells(times[kind])} ms | ${times[kind].length.toLocaleString('en')} calls |`);
  for (const [what, count] of errors) print(`| ${name}: error | ${count} × | ${what} |`);
  return failed;
};

/** The crowd at two API processes and one worker on PostgreSQL. */
export const crowdOnCluster = (print: (line: string) => void, minutes: number): Promise<number> => onCluster(async (cluster) => {
  const apis = await startApis(cluster, 2);
  const workers = await startWorkers(cluster, 1);
  return press(print, '2 API processes, 1 worker, PostgreSQL', apis, workers, minutes);
});

/** The crowd at the embedded default, which is made for a household. */
export const crowdOnEmbedded = async (print: (line: string) => void, minutes: number): Promise<number> => {
  const home = newHome();
  const product = await startProduct(home, { RATE_LIMITS: 'off' });
  try {
    return await press(print, 'embedded, one process', [product], [], minutes);
  } finally {
    await product.stop('SIGKILL');
    removeHome(home);
  }
};
