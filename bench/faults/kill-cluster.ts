/*
 * `node scripts/run.mjs bench/faults/kill-cluster.ts [seconds]`: API, worker and database are killed in turn while people
 * send papers. At the end nothing acknowledged may be lost, nothing may be there twice, and every paper must have been read.
 */
import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signUp, startProduct, startWorkerProcess, type Member, type Process, type Product, type Uploaded } from '@docuvault/testing/product.ts';

const seconds = Number(process.argv[2] ?? 45);
const people = 4;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const postgres = await startPostgres();
const home = newHome();
const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' };
const apis: Product[] = await Promise.all([startProduct(home, env, 'api'), startProduct(home, env, 'api')]);
const workers: Process[] = await Promise.all([startWorkerProcess(home, env), startWorkerProcess(home, env)]);
const members: Member[] = [];
for (let i = 0; i < people; i++) members.push(await signUp(apis[0]!));
const tokens = await Promise.all(members.map(async (member) => (await member.client.auth.getSession()).data.session!.access_token));

const acknowledged: { id: string; person: number; sha256: string }[] = [];
const answers = new Map<string, number>();
const kills = { api: 0, worker: 0, database: 0 };
let stop = false;

/** Sends one paper until somebody has taken it, to one API or the other, as a client that tries again does. */
const send = async (person: number, n: number): Promise<void> => {
  const bytes = Buffer.from(makePdf([textAt(60, 760, `Invoice ${person}-${n} of Sharma Electricals, total ${n}.00 INR`)]));
  for (let attempt = 0; !stop || attempt > 0; attempt++) {
    const form = new FormData();
    form.set('file', new Blob([bytes]), `${person}-${n}.pdf`);
    const answer = await fetch(`${apis[attempt % 2]!.url}/functions/v1/document-upload`, { method: 'POST', headers: { authorization: `Bearer ${tokens[person]!}` }, body: form, signal: AbortSignal.timeout(20_000) }).catch(() => null);
    const how = answer ? String(answer.status) : 'no answer';
    answers.set(how, (answers.get(how) ?? 0) + 1);
    if (answer?.status === 201 || answer?.status === 200) {
      acknowledged.push({ id: ((await answer.json()) as Uploaded).document.id, person, sha256: createHash('sha256').update(bytes).digest('hex') });
      return;
    }
    await answer?.arrayBuffer().catch(() => undefined);
    await pause(200);
  }
};
const sender = async (person: number) => {
  for (let n = 1; !stop; n++) {
    await send(person, n);
    await pause(1_000);
  }
};

const killer = async () => {
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn++) {
    await pause(2_000);
    const at = Math.floor(turn / 3) % 2;
    if (turn % 3 === 0) {
      await apis[at]!.stop('SIGKILL');
      apis[at] = await startProduct(home, env, 'api');
      kills.api += 1;
    } else if (turn % 3 === 1) {
      await workers[at]!.stop('SIGKILL');
      workers[at] = await startWorkerProcess(home, env);
      kills.worker += 1;
    } else {
      postgres.restart('crash');
      kills.database += 1;
    }
  }
  stop = true;
};

await Promise.all([killer(), ...members.map((_, person) => sender(person))]);
const admin = await openPostgresAdmin(postgres.adminUrl);
// The clock is helped on: leases of killed workers would run out within a minute.
await admin.query(sql`update public.processing_queue set lease_until = now() - interval '1 second' where status = 'processing'`);
const lost: string[] = [];
let completed = 0;
for (const { id, person, sha256 } of acknowledged) {
  const call = (path: string) => fetch(`${apis[0]!.url}/functions/v1/${path}`, { headers: { authorization: `Bearer ${tokens[person]!}` } });
  const json = async (path: string) => (await (await call(path)).json()) as never;
  const end = await settled({ ...members[person]!, json }, id, 180_000).catch((error: unknown) => ({ status: String(error), failure: null }));
  if (end.status === 'completed') completed += 1;
  else lost.push(`${id} is ${end.status} ${JSON.stringify(end.failure)}`);
  const file = await call(`documents/${id}/file`);
  if (createHash('sha256').update(Buffer.from(await file.arrayBuffer())).digest('hex') !== sha256) lost.push(`${id}: other bytes`);
}
const [twice] = await admin.query<{ papers: number; jobs: number; documents: number }>(sql`
  select (select count(*)::integer from (select user_id, sha256 from public.documents group by 1, 2 having count(*) > 1) d) as papers,
    (select count(*)::integer from (select document_id from public.processing_queue where kind = 'embed' or status = 'completed' group by 1 having count(*) > 1) q) as jobs,
    (select count(*)::integer from public.documents) as documents`);
console.log(`\nkilled: ${kills.api} × API, ${kills.worker} × worker, ${kills.database} × database, within ${seconds} s`);
console.log(`${acknowledged.length} papers acknowledged · ${completed} read to the end · ${lost.length} lost or damaged · ${twice!.papers} stored twice · ${twice!.jobs} read twice to the end · ${twice!.documents} documents`);
console.log(`answers to uploads: ${[...answers].map(([how, count]) => `${count} × ${how}`).join(', ')}`);
for (const one of lost.slice(0, 20)) console.log(`  ${one}`);
await admin.close();
await Promise.all([...apis, ...workers].map((one) => one.stop('SIGKILL')));
postgres.stop();
removeHome(home);
process.exit(lost.length === 0 && twice!.papers === 0 ? 0 : 1);
