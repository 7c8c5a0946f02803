import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ws from 'ws';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { builtWorker } from '@docuvault/testing/database.ts';
import { newHome, removeHome, settled, signIn, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { startMailServer, type MailServer } from '@docuvault/testing/smtp.ts';
import { paperOf } from './paper.ts';

type Mail = MailServer['mails'][number];
type Listed = { items: { id: string; title: string }[] };
type Found = { results: { documentId: string; title: string }[] };
type Answer = { answer: string; grounded: boolean; citations: { documentId: string }[] };
type Reminder = { id: string; dueOn: string; status: string; source: string; documentId: string | null };

const policyLines = [
  'STAR HEALTH INSURANCE', 'Family Health Optima Insurance Policy', 'Policy Number: P/141126/01/2027/009912', 'Insured: Asha Nair', 'Aadhaar: 2345 6789 0124',
  'Zebrafish cover included', 'Premium: Rs. 24,500.00', 'Policy start date: 01/01/2027', 'Valid until: 31/12/2027',
];
const diaryLines = ['MY PRIVATE DIARY', 'The quokka plan for the surprise party', 'Nobody is to know of it'];
const willLines = ['LAST WILL AND TESTAMENT', 'I, Asha Nair, leave the wombat farm to my sister Meera', 'Signed on 04/03/2026'];

/** One family on one machine, from the outside: HTTP, and the mail server that the product was given. */
describe('the walk of a family', () => {
  const home = newHome();
  let product: Product;
  let mails: MailServer;
  let serviceKey = '';
  let vaultId = '';
  const ids = { policy: '', diary: '', will: '' };
  const people: Record<string, Member & { userId: string }> = {};
  const asha = () => people.asha!;
  const ravi = () => people.ravi!;

  const env = () => ({ SMTP_URL: mails.url, MAIL_FROM: 'Vault <vault@example.org>', RATE_LIMITS: 'off' });
  const start = async () => {
    product = await startProduct(home, env());
  };
  /** Waits until a mail has come. The product sends by itself; nothing here makes it. */
  const mailTo = async (address: string, fits: (mail: Mail) => boolean): Promise<Mail> => {
    for (;;) {
      const found = mails.mails.find((mail) => JSON.stringify(mail.to).includes(address) && fits(mail));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const mailsTo = (address: string) => mails.mails.filter((mail) => JSON.stringify(mail.to).includes(address));
  const again = async (name: string) => {
    const { email, password } = people[name]!;
    const member = await signIn(product, email, password);
    people[name] = { ...member, userId: (await member.client.auth.getUser()).data.user!.id };
  };
  const arrive = async (name: string) => {
    const email = `${name}@example.test`;
    const client = createClient(product.url, product.anonKey, { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: ws as never } });
    await client.auth.signUp({ email, password: 'a long pass phrase' });
    const link = /http\S+/.exec((await mailTo(email, (mail) => /http\S+verify/.test(mail.text ?? ''))).text!)![0];
    await fetch(link, { redirect: 'manual' });
    people[name] = { email, password: 'a long pass phrase' } as Member & { userId: string };
    await again(name);
  };
  const put = async (as: Member, lines: readonly string[], name: string) => {
    const { document } = (await (await uploadRaw(as, paperOf(lines), name)).json()) as Uploaded;
    expect(await settled(as, document.id)).toMatchObject({ status: 'completed' });
    return document.id;
  };
  /** What cron calls where no worker runs, at a day to come. */
  const run = async (now: string) => {
    const answer = await fetch(`${product.url}/functions/v1/reminder-engine/run`, {
      method: 'POST', headers: { authorization: `Bearer ${serviceKey}`, 'content-type': 'application/json' }, body: JSON.stringify({ now }),
    });
    return (await answer.json()) as { due: number; sent: number; failed: number };
  };
  const listed = async (as: Member) => (await as.json<Listed>('documents')).items.map(({ id }) => id).sort();
  const found = async (as: Member, query: string) => (await as.post<Found>('search-engine', { query })).results.map(({ documentId }) => documentId);
  const asked = (as: Member, message: string) => as.post<Answer>('ai-chat', { conversationId: crypto.randomUUID(), message });
  const statusOf = async (as: Member, path: string, init?: RequestInit) => (await as.call(path, init)).status;
  const requestIds = async () => (await ravi().json<{ items: { id: string; status: string }[] }>(`family-vault/${vaultId}/emergency/requests`)).items;
  const logOf = async (as: Member) => (await as.json<{ items: { action: string }[] }>(`family-vault/${vaultId}/activity?limit=200`)).items.map(({ action }) => action);
  const historyOf = async (id: string) => (await asha().json<{ items: { action: string }[] }>(`documents/${id}/activity?limit=200`)).items.map(({ action }) => action);

  beforeAll(async () => {
    mails = await startMailServer();
    await start();
    serviceKey = (JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { serviceRoleKey: string }).serviceRoleKey;
  });
  afterAll(async () => {
    await product.stop();
    await mails.stop();
    removeHome(home);
  });

  it('begins with three who confirm their addresses by mail, and a family that two of them are invited into', async () => {
    for (const name of ['asha', 'ravi', 'meera']) await arrive(name);
    vaultId = (await asha().post<{ id: string }>('family-vault', { name: 'Nair' })).id;
    for (const name of ['ravi', 'meera']) {
      const { token } = await asha().post<{ token: string }>(`family-vault/${vaultId}/invitations`, { email: people[name]!.email, role: 'member' });
      const thief = name === 'ravi' ? people.meera! : asha();
      expect(await statusOf(thief, 'family-vault/invitations/accept', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) })).toBe(404);
      await people[name]!.post('family-vault/invitations/accept', { token });
    }
    expect((await asha().json<{ items: unknown[] }>(`family-vault/${vaultId}/members`)).items).toHaveLength(3);
  }, 60_000);

  it('goes on with papers that are read, the policy with the day on which it ends', async () => {
    ids.policy = await put(asha(), policyLines, 'policy.pdf');
    ids.diary = await put(asha(), diaryLines, 'diary.pdf');
    ids.will = await put(asha(), willLines, 'will.pdf');
    const { items } = await asha().json<{ items: Reminder[] }>('reminder-engine');
    expect(items.filter(({ documentId }) => documentId === ids.policy)).toMatchObject([{ dueOn: '2027-12-31', source: 'extracted', status: 'active' }]);
  }, 120_000);

  it('the reminder comes by mail, at daytime where she lives, without the number', async () => {
    await asha().json('reminder-engine/preferences', {
      method: 'PUT', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ timeZone: 'Asia/Kolkata', escalation: { userId: ravi().userId, afterDays: 3 } }),
    });
    const ofTheDay = () => mailsTo(asha().email).filter(({ subject }) => /expires|ends/.test(subject ?? ''));
    expect((await run('2027-10-02T01:00:00Z')).due).toBe(1);
    expect(ofTheDay()).toEqual([]);
    await run('2027-10-02T05:00:00Z');
    await run('2027-10-02T05:00:00Z');
    expect(ofTheDay()).toHaveLength(1);
    const mail = ofTheDay()[0]!;
    expect(mail.text).toContain('31 December 2027');
    expect(mail.html).toContain('<h1');
    expect(JSON.stringify([mail.subject, mail.text, mail.html])).not.toMatch(/2345 ?6789 ?0124/);
  });

  it('is put off, comes again when it was put off to, and goes to her husband when she does not react', async () => {
    const { items } = await asha().json<{ items: Reminder[] }>(`reminder-engine?documentId=${ids.policy}`);
    await asha().post(`reminder-engine/${items[0]!.id}/snooze`, { until: '2027-10-10T06:00:00Z' });
    const before = mailsTo(asha().email).length;
    await run('2027-10-08T06:00:00Z');
    expect(mailsTo(asha().email)).toHaveLength(before);
    await run('2027-10-10T06:30:00Z');
    expect(mailsTo(asha().email)).toHaveLength(before + 1);
    await run('2027-10-12T06:30:00Z');
    expect(mailsTo(ravi().email).filter(({ subject }) => /has not answered/.test(subject ?? ''))).toEqual([]);
    await run('2027-10-13T12:00:00Z');
    expect(await mailTo(ravi().email, ({ subject }) => /has not answered/.test(subject ?? ''))).toMatchObject({ subject: expect.not.stringMatching(/2345/) as unknown });
    expect(await historyOf(ids.policy)).toEqual(expect.arrayContaining(['uploaded', 'reminded', 'reminder_snoozed', 'reminder_escalated']));
    // That he was told of it gives him nothing to read.
    expect(await statusOf(ravi(), `documents/${ids.policy}`)).toBe(404);
  });

  it('her husband sees exactly what she shares with him, by list, search and chat, and nothing else', async () => {
    await asha().post(`family-vault/${vaultId}/shares`, { documentId: ids.policy, memberId: ravi().userId, permission: 'view', release: 'now' });
    await asha().post(`family-vault/${vaultId}/shares`, { documentId: ids.will, memberId: ravi().userId, permission: 'view', release: 'emergency' });
    expect(await listed(ravi())).toEqual([ids.policy]);
    expect(await found(ravi(), 'zebrafish cover')).toEqual([ids.policy]);
    for (const query of ['quokka surprise party', 'wombat farm', 'last will and testament', 'private diary']) {
      expect(await found(ravi(), query), query).not.toEqual(expect.arrayContaining([ids.diary]));
      expect(await found(ravi(), query), query).not.toEqual(expect.arrayContaining([ids.will]));
    }
    const answer = await asked(ravi(), 'Until when is the health insurance valid?');
    expect([answer.grounded, answer.citations.map(({ documentId }) => documentId)]).toEqual([true, [ids.policy]]);
    expect(answer.answer).toContain('2027');
    for (const message of ['Who gets the wombat farm?', 'What is the quokka plan?']) {
      const other = await asked(ravi(), message);
      expect(other.citations.map(({ documentId }) => documentId), message).not.toEqual(expect.arrayContaining([ids.diary, ids.will]));
      expect(other.answer, message).not.toMatch(/Meera|surprise/);
    }
    const seen = JSON.stringify([await ravi().json(`documents/${ids.policy}`), await ravi().json(`documents/${ids.policy}/text`), await ravi().json('documents'), await ravi().post('search-engine', { query: 'aadhaar' })]);
    expect(seen).not.toMatch(/2345 ?6789 ?0124/);
    for (const path of ['', '/text', '/file', '/thumbnail', '/similar', '/activity', '/versions']) {
      for (const id of [ids.diary, ids.will]) expect(await statusOf(ravi(), `documents/${id}${path}`), path).toBe(404);
    }
    expect(await listed(people.meera!)).toEqual([]);
    expect(await found(people.meera!, 'zebrafish cover')).toEqual([]);
  });

  it('an emergency is asked for and denied, and nothing opens', async () => {
    await asha().post(`family-vault/${vaultId}/emergency-contacts`, { userId: ravi().userId, waitHours: 3, order: 1 });
    const request = await ravi().post<{ id: string; status: string }>(`family-vault/${vaultId}/emergency/request`, { ownerId: asha().userId, reason: 'She does not answer' });
    expect(request.status).toBe('waiting');
    await run(new Date().toISOString());
    await mailTo(asha().email, ({ subject }) => /emergency/i.test(subject ?? ''));
    expect(await asha().post(`family-vault/${vaultId}/emergency/${request.id}/deny`, {})).toMatchObject({ status: 'denied' });
    expect(await listed(ravi())).toEqual([ids.policy]);
    expect(await statusOf(ravi(), `documents/${ids.will}`)).toBe(404);
  });

  it('asked for again and left unanswered it is granted by the wait, through a restart', async () => {
    const { id } = await ravi().post<{ id: string }>(`family-vault/${vaultId}/emergency/request`, { ownerId: asha().userId });
    expect(await listed(ravi())).toEqual([ids.policy]);
    await product.stop();
    const driver = await openPglite({ dataDirectory: join(home, 'database'), workerEntry: builtWorker('pglite-worker') });
    await createDatabase(driver).asService('test: four hours pass', (tx) => tx.query(sql`
      update public.emergency_requests set requested_at = requested_at - interval '4 hours', due_at = due_at - interval '4 hours' where id = ${id}`));
    await driver.close();
    await start();
    for (const name of ['asha', 'ravi']) await again(name);
    await run(new Date().toISOString());
    expect((await requestIds()).map(({ status }) => status).sort()).toEqual(['denied', 'granted']);
    expect(await listed(ravi())).toEqual([ids.policy, ids.will].sort());
    expect(await found(ravi(), 'wombat farm')).toContain(ids.will);
    expect((await asked(ravi(), 'Who gets the wombat farm?')).citations.map(({ documentId }) => documentId)).toContain(ids.will);
    expect(await statusOf(ravi(), `documents/${ids.diary}`)).toBe(404);
    expect(await statusOf(ravi(), `family-vault/${vaultId}/emergency/export?ownerId=${asha().userId}`)).toBe(200);
    await mailTo(asha().email, ({ subject }) => /granted/.test(subject ?? ''));
    expect(await asha().post(`family-vault/${vaultId}/emergency/${id}/deny`, {})).toMatchObject({ status: 'ended' });
    expect(await statusOf(ravi(), `documents/${ids.will}`)).toBe(404);
    expect(await found(ravi(), 'wombat farm')).not.toContain(ids.will);
  }, 120_000);

  it('and every step is in the activity', async () => {
    const log = await logOf(asha());
    expect(log.filter((action) => action.startsWith('emergency.')).reverse()).toEqual([
      'emergency.requested', 'emergency.denied', 'emergency.requested', 'emergency.granted', 'emergency.exported', 'emergency.ended',
    ]);
    expect(log).toEqual(expect.arrayContaining(['vault.created', 'invitation.sent', 'member.joined', 'share.given', 'contact.named']));
    await again('meera');
    expect(await logOf(people.meera!)).not.toEqual(expect.arrayContaining(['emergency.requested']));
    expect(await historyOf(ids.policy)).toEqual(expect.arrayContaining(['uploaded', 'reminded', 'reminder_snoozed', 'reminder_escalated', 'shared', 'opened']));
    expect(await historyOf(ids.will)).toEqual(expect.arrayContaining(['uploaded', 'shared']));
  });
});
