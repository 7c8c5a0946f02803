import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { missingDeno, serveWithDeno } from '@docuvault/testing/deno.ts';
import type { ModelServer } from '@docuvault/testing/model-server.ts';
import { startOpenAi } from '@docuvault/testing/openai.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { razorpayKey, razorpaySecret, startRazorpay } from '@docuvault/testing/razorpay.ts';
import { startStripe, stripeKey, stripeSecret } from '@docuvault/testing/stripe.ts';
import { newHome, removeHome, settled, signUp, startProduct, startWorkerProcess, type Member, type Process, type Product } from '@docuvault/testing/product.ts';
import { buildFunctions } from '../../scripts/build-functions.mjs';
import { edgeFunctions } from '../../scripts/edge-functions.mjs';

const missing = missingDeno() ?? missingPostgres();
const secret = 'super-secret-jwt-token-with-at-least-32-characters-long';
const encryptionKey = 'a master secret for tests, of 32 bytes and more';
const folder = join(import.meta.dirname, '../../supabase/functions');
const bundleOf = (name: string) => join(folder, name, 'bundle.js');
const paper = Buffer.from(makePdf([textAt(60, 760, 'Invoice INV-77 of Sharma Electricals. Total amount 1700.00 INR. Due date 2027-03-01.')]));

const modelsOf = ({ url }: ModelServer) => ({ OPENAI_API_KEY: 'sk-edge', OPENAI_BASE_URL: `${url}/v1` });

/*
 * Supabase's own parts are played by our server on the same PostgreSQL: it signs people up, and keeps the sealed files
 * behind the wire of Supabase Storage. Functions run under Deno with no file to read and nothing to reach but loopback.
 */
describe.skipIf(missing !== null)('the bundles under Deno, on native PostgreSQL', () => {
  let postgres: PostgresServer;
  let supabase: Product;
  let worker: Process;
  let asha: Member;
  let ravi: Member;
  const home = newHome();
  let openai: ModelServer;
  const servers = new Map<string, ReturnType<typeof serveWithDeno>>();
  /** One server a function and environment, whoever asks for it first. */
  const serve = (name: string, env: Record<string, string> = {}) => {
    const key = `${name} ${JSON.stringify(env)}`;
    const known = servers.get(key) ?? serveWithDeno(bundleOf(name), {
      DATABASE_URL: postgres.appUrl, JWT_SECRET: secret, SUPABASE_URL: supabase.url, ENCRYPTION_KEY: encryptionKey, ...modelsOf(openai),
      SUPABASE_SERVICE_ROLE_KEY: (JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { serviceRoleKey: string }).serviceRoleKey, ...env,
    });
    servers.set(key, known);
    return known;
  };
  /** Calls a function on the edge as somebody. */
  const call = async (person: Member | null, path: string, init: RequestInit = {}): Promise<Response> => {
    const name = path.split(/[/?]/)[0]!;
    const server = await serve(name);
    const token = person ? (await person.client.auth.getSession()).data.session!.access_token : null;
    return fetch(`${server.url}/functions/v1/${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), ...(token ? { authorization: `Bearer ${token}` } : {}) } });
  };
  const post = (person: Member, path: string, body: unknown) => call(person, path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  beforeAll(async () => {
    await buildFunctions();
    postgres = await startPostgres();
    openai = await startOpenAi('sk-edge', (asked) => (asked.system.includes('translate') ? 'Rechnung INV-77, 1700.00, bis 2027-03-01' : `It is payable until the due date [${/^\[(\d+)\].*Due date/m.exec(asked.turns[0]!.text)![1]!}].`));
    const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, JWT_SECRET: secret, ENCRYPTION_KEY: encryptionKey, ...modelsOf(openai) };
    supabase = await startProduct(home, env, 'api');
    const { serviceRoleKey } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { serviceRoleKey: string };
    worker = await startWorkerProcess(home, { ...env, SUPABASE_URL: supabase.url, SUPABASE_SERVICE_ROLE_KEY: serviceRoleKey, SUPABASE_STORAGE_BUCKET: 'vault' });
    [asha, ravi] = [await signUp(supabase, 'asha'), await signUp(supabase, 'ravi')];
  });
  afterAll(async () => {
    for (const server of servers.values()) (await server).stop();
    await Promise.all([worker.stop('SIGKILL'), supabase.stop('SIGKILL'), openai.stop()]);
    postgres.stop();
    removeHome(home);
  });

  it.each(edgeFunctions)('%s is small enough to deploy and has its folder', (name) => {
    expect(statSync(bundleOf(name)).size).toBeLessThan(5 * 1024 * 1024);
    expect(readFileSync(join(folder, name, 'index.ts'), 'utf8')).toContain("export { default } from './bundle.js'");
    expect(readFileSync(join(folder, '../config.toml'), 'utf8')).toContain(`[functions.${name}]`);
  });

  it('answer the health check with the database asked for real', async () => {
    const { url } = await serve('health-check');
    const answer = await fetch(`${url}/functions/v1/health-check`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ status: 'healthy', checks: { database: { status: 'healthy' } } });
    expect((await fetch(`${url}/health-check/live`)).status, 'as the gateway calls it').toBe(200);
    const down = await serve('health-check', { DATABASE_URL: 'postgres://docuvault_app@127.0.0.1:1/postgres' });
    expect((await fetch(`${down.url}/functions/v1/health-check`)).status).toBe(503);
  });

  it.each(edgeFunctions.filter((name) => name !== 'health-check'))('%s refuses a caller without a token and one with a forged token', async (name) => {
    const json = { 'content-type': 'application/json' };
    const path = { account: 'account/profile', 'analytics-engine': 'analytics-engine/insights' }[name] ?? name;
    const asking = ['documents', 'subscription-manager'].includes(name) || path !== name ? {} : { method: 'POST', body: '{}' };
    const answers = await Promise.all([
      call(null, path, { ...asking, headers: json }),
      call(null, path, { ...asking, headers: { ...json, authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYXV0aGVudGljYXRlZCIsInN1YiI6IjExMTExMTExLTExMTEtNDExMS04MTExLTExMTExMTExMTExMSJ9.AAAA' } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    expect(await (await call(null, name, { method: 'POST', body: '{"action":"warm"}', headers: json })).json()).toEqual({ status: 'warm', function: name });
  });

  it('take a paper in, have it read by the Node worker, and find, show and explain it to its owner alone', async () => {
    const form = new FormData();
    form.set('file', new Blob([paper]), 'invoice.pdf');
    const uploaded = await call(asha, 'document-upload', { method: 'POST', body: form });
    expect(uploaded.status).toBe(201);
    const { document } = (await uploaded.json()) as { document: { id: string } };
    expect(await (await call(asha, `document-processor/${document.id}`)).json()).toMatchObject({ failure: null });
    expect((await settled({ ...asha, json: async (path: string) => (await (await call(asha, path)).json()) as never }, document.id)).status).toBe('completed');

    const file = await call(asha, `documents/${document.id}/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(paper)).toBe(true);
    expect(await (await post(asha, 'search-engine', { query: 'Sharma Electricals' })).json()).toMatchObject({ results: [{ documentId: document.id }] });
    for (const mode of ['keyword', 'hybrid']) {
      const found = (await (await post(asha, 'search-engine', { query: 'bill of Sharma Electricals', mode })).json()) as { results: { documentId: string; snippet: string }[] };
      expect(found.results[0], mode).toMatchObject({ documentId: document.id, snippet: expect.stringContaining('<mark>') as string });
    }
    const byMeaning = await post(asha, 'search-engine', { query: 'Sharma Electricals', mode: 'semantic' });
    expect(byMeaning.status, 'search by meaning needs a model, which is not here').toBe(503);
    expect(await byMeaning.json()).toMatchObject({ error: { code: 'embedding.not_configured' } });
    expect(await (await post(asha, 'ai-chat', { conversationId: 'edge', message: 'What is the total of the Sharma Electricals invoice?' })).json()).toMatchObject({ grounded: true });

    const toGerman = { documentId: document.id, targetLanguage: 'de' };
    expect(await (await post(asha, 'translation-service', toGerman)).json()).toMatchObject({ error: { code: 'consent.needed' } });
    expect(openai.asked).toEqual([]);
    expect(await (await call(asha, 'account/consents')).json()).toMatchObject({ items: [{ purpose: 'language_models', recipient: 'openai', granted: false }] });
    expect((await post(asha, 'account/consents', { purpose: 'language_models', granted: true })).status).toBe(201);
    expect(await (await post(asha, 'ai-chat', { conversationId: 'edge 2', message: 'By when is the Sharma Electricals invoice payable, and how?' })).json()).toMatchObject({ grounded: true, provider: 'openai', answer: 'It is payable until the due date [1].' });
    expect(await (await post(asha, 'translation-service', toGerman)).json()).toMatchObject({ provider: 'openai', translation: expect.stringContaining('Rechnung') as string });

    expect((await post(asha, 'family-vault', { name: 'The Raos' })).status).toBe(201);
    expect((await call(asha, 'reminder-engine')).status).toBe(200);
    const { id } = (await (await post(asha, 'account/export', {})).json()) as { id: string };
    const archive = Buffer.from(await (await call(asha, `account/export/${id}`)).arrayBuffer());
    expect(archive.includes(paper) && archive.includes('data/documents.json')).toBe(true);
    expect(await (await call(asha, 'analytics-engine/insights')).json()).toMatchObject({ storage: { documents: 1 } });

    expect((await call(ravi, `documents/${document.id}`)).status).toBe(404);
    expect((await call(ravi, `documents/${document.id}/file`)).status).toBe(404);
    expect(await (await post(ravi, 'search-engine', { query: 'Sharma Electricals' })).json()).toMatchObject({ results: [] });
  });

  it('sell plans by both providers, and take what they tell by its signature alone', async () => {
    const [stripe, razorpay] = await Promise.all([startStripe(), startRazorpay()]);
    const { url } = await serve('subscription-manager', {
      STRIPE_SECRET_KEY: stripeKey, STRIPE_WEBHOOK_SECRET: stripeSecret, STRIPE_API_URL: stripe.url, RAZORPAY_KEY_ID: razorpayKey.id, RAZORPAY_KEY_SECRET: razorpayKey.secret, RAZORPAY_WEBHOOK_SECRET: razorpaySecret, RAZORPAY_API_URL: razorpay.url,
    });
    const room = `${url}/functions/v1/subscription-manager`;
    const as = async (person: Member, path: string, body?: unknown) => {
      const token = (await person.client.auth.getSession()).data.session!.access_token;
      const answer = await fetch(`${room}${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
      return (await answer.json()) as Record<string, string>;
    };
    const tell = async (delivery: RequestInit) => (await (await fetch(room, delivery)).json()) as { outcome?: string; error?: { code: string } };
    const now = new Date();
    const { sessionId } = await as(asha, '/checkout', { plan: 'premium', interval: 'year', provider: 'stripe' });
    const { session } = stripe.pay(sessionId!, now);
    expect((await tell(stripe.deliver('checkout.session.completed', session, { created: now, signedAt: now, secret: 'whsec_another' }))).error?.code).toBe('webhook.bad_signature');
    expect((await tell(stripe.deliver('checkout.session.completed', session, { created: now, signedAt: now }))).outcome).toBe('applied');
    expect(await as(asha, '')).toMatchObject({ tier: 'premium', status: 'active', provider: 'stripe' });
    const { orderId } = await as(ravi, '/checkout', { plan: 'business', interval: 'month', provider: 'razorpay' });
    const delivery = razorpay.deliver('payment.captured', { payment: razorpay.payOrder(orderId!, now) }, { created: now });
    expect((await Promise.all([tell(delivery), tell(delivery), tell(delivery)])).map(({ outcome }) => outcome).sort()).toEqual(['applied', 'duplicate', 'duplicate']);
    expect(await as(ravi, '')).toMatchObject({ tier: 'business', provider: 'razorpay', renews: false });
    await Promise.all([stripe.stop(), razorpay.stop()]);
  });
});
