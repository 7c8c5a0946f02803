/*
 * `node scripts/run.mjs bench/cluster.ts [seconds of the last part]`: the same work on the embedded database and on PostgreSQL,
 * with more API processes, with more workers; what row level security and the change of role cost; and 64 callers at once.
 * Everything runs on this machine and on loopback.
 */
import sql from 'sql-template-tag';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signUp, startProduct, startWorkerProcess, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { measureCalls, percentile, timingCells } from './statistics.ts';

const lastSeconds = Number(process.argv[2] ?? 60);
const papers = 40;
const shops = ['Sharma Electricals', 'Nair Travels', 'Bose Pharmacy', 'Iyer Motors', 'Khan Builders'];
const paper = (n: number) => Buffer.from(makePdf([textAt(60, 760, `Invoice INV-${n} of ${shops[n % shops.length]!}. Total amount ${100 + n}.00 INR. Due date 2027-0${1 + (n % 9)}-15.`)]));
const say = (name: string, cells: string) => {
  console.log(`| ${name} | ${cells} |`);
};

const fill = async (person: Member, count: number, offset = 0): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(((await (await uploadRaw(person, paper(offset + n), `${offset + n}.pdf`)).json()) as Uploaded).document.id);
  return ids;
};

const engine = async (name: string, product: Product): Promise<void> => {
  const person = await signUp(product);
  const ids: string[] = [];
  say(`${name}: upload, 4 at once`, timingCells(await measureCalls(papers, 4, async (n) => {
    ids.push(((await (await uploadRaw(person, paper(n), `${n}.pdf`)).json()) as Uploaded).document.id);
  })));
  for (const id of ids) await settled(person, id, 120_000);
  say(`${name}: search, 4 at once`, timingCells(await measureCalls(200, 4, (n) => person.post('search-engine', { query: shops[n % shops.length]! }))));
  say(`${name}: list, 4 at once`, timingCells(await measureCalls(200, 4, () => person.json('documents?limit=20'))));
  say(`${name}: chat, 2 at once`, timingCells(await measureCalls(60, 2, (n) => person.post('ai-chat', { conversationId: `c${n % 4}`, message: `What is the total of invoice INV-${n % papers}?` }))));
};

/** Calls of one person, spread over the processes. */
const spread = async (apis: Product[], person: Member) => {
  const token = (await person.client.auth.getSession()).data.session!.access_token;
  return async (n: number): Promise<void> => {
    const api = apis[n % apis.length]!;
    const [path, init] = n % 3 === 0
      ? ['search-engine', { method: 'POST', body: JSON.stringify({ query: shops[n % shops.length] }) }] as const
      : [n % 3 === 1 ? 'documents?limit=20' : 'documents/tags', {}] as const;
    const answer = await fetch(`${api.url}/functions/v1/${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(String(answer.status));
  };
};

const rowLevelSecurity = async (server: PostgresServer, userId: string, id: string): Promise<void> => {
  const db = createDatabase(openPostgres({ connectionString: server.appUrl, maxConnections: 2 }));
  const admin = await openPostgresAdmin(server.adminUrl);
  const actor = { role: 'authenticated', userId, sessionId: null, email: null, aal: 'aal1', claims: { sub: userId, role: 'authenticated' } } as const;
  const read = sql`select d.id, d.title from public.documents d where d.id = ${id}`;
  const page = sql`select d.id, d.title from public.documents d where d.deleted_at is null order by d.created_at desc, d.id desc limit 20`;
  for (const [what, query] of [['one row', read], ['a page of 20', page]] as const) {
    for (let n = 0; n < 200; n++) await db.asUser(actor, (tx) => tx.query(query));
    say(`${what}: as the person, by policies`, timingCells(await measureCalls(1_000, 1, () => db.asUser(actor, (tx) => tx.query(query)))));
    say(`${what}: as the service, policies passed by`, timingCells(await measureCalls(1_000, 1, () => db.asService('bench', (tx) => tx.query(query)))));
    say(`${what}: bare query of a superuser, no transaction, no role`, timingCells(await measureCalls(1_000, 1, () => admin.query(query))));
  }
  await db.close();
  await admin.close();
};

console.log('| what | p50 / p95 / p99 · rate |\n|---|---|');
const [embeddedHome, home] = [newHome(), newHome()];
const embedded = await startProduct(embeddedHome, { RATE_LIMITS: 'off' });
await engine('embedded', embedded);
await embedded.stop();

const server = await startPostgres();
const env = { DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' };
const whole = await startProduct(home, env);
await engine('PostgreSQL', whole);
await whole.stop();

for (const count of [1, 2, 4]) {
  const apis = await Promise.all(Array.from({ length: count }, () => startProduct(home, env, 'api')));
  const person = await signUp(apis[0]!);
  const worker = count === 1 ? await startWorkerProcess(home, env) : null;
  if (worker) for (const id of await fill(person, 20)) await settled(person, id, 120_000);
  const call = await spread(apis, person);
  await measureCalls(60, 8, call);
  say(`${count} API process${count > 1 ? 'es' : ''}, 16 at once`, timingCells(await measureCalls(900, 16, call)));
  if (worker) {
    await worker.stop();
    const { data } = await person.client.auth.getUser();
    await rowLevelSecurity(server, data.user!.id, (await person.json<{ items: { id: string }[] }>('documents?limit=1')).items[0]!.id);
  }
  await Promise.all(apis.map((api) => api.stop()));
}

for (const count of [1, 2, 4]) {
  const api = await startProduct(home, env, 'api');
  const person = await signUp(api);
  const ids = await fill(person, 60, 1_000 * count);
  const workers = Array.from({ length: count }, () => startWorkerProcess(home, env));
  const started = performance.now();
  for (const id of ids) await settled(person, id, 240_000);
  const seconds = (performance.now() - started) / 1000;
  say(`${count} worker${count > 1 ? 's' : ''}: 60 one-page papers waiting, from the workers' start`, `${seconds.toFixed(1)} s · ${(60 / seconds).toFixed(1)}/s`);
  for (const worker of workers) await (await worker).stop();
  await api.stop();
}

const apis = await Promise.all([startProduct(home, env, 'api'), startProduct(home, env, 'api')]);
const worker = await startWorkerProcess(home, env);
const people = await Promise.all(Array.from({ length: 8 }, () => signUp(apis[0]!)));
for (const person of people) for (const id of await fill(person, 5)) await settled(person, id, 120_000);
const calls = await Promise.all(people.map((person) => spread(apis, person)));
const times: number[] = [];
const errors = new Map<string, number>();
const until = performance.now() + lastSeconds * 1000;
await Promise.all(Array.from({ length: 64 }, async (_, lane) => {
  for (let n = lane; performance.now() < until; n++) {
    const begun = performance.now();
    await calls[lane % calls.length]!(n).catch((error: unknown) => errors.set(String(error), (errors.get(String(error)) ?? 0) + 1));
    times.push(performance.now() - begun);
  }
}));
say(`64 at once for ${lastSeconds} s, 2 API processes, 1 worker`, `${[50, 95, 99].map((p) => percentile(times, p).toFixed(0)).join(' / ')} ms · ${(times.length / lastSeconds).toFixed(0)}/s · ${[...errors.values()].reduce((a, b) => a + b, 0)} errors ${[...errors].map(([what, count]) => `${count} × ${what}`).join(', ')}`);
await Promise.all([...apis, worker].map((one) => one.stop()));
server.stop();
for (const one of [embeddedHome, home]) removeHome(one);
process.exit(0);
