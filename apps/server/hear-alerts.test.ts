import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '@docuvault/testing/database.ts';
import { openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { hearAlerts } from './hear-alerts.ts';

type Alert = { type: string; count?: number; avg_usage_percent?: number };

describe('the monitoring of the guide', () => {
  let vault: TestVault;
  let stop: () => Promise<void>;
  const heard: Alert[] = [];
  const asService = (query: ReturnType<typeof sql>) => vault.db.asService('test', (tx) => tx.query(query));
  /** What one look raises: a last notice of our own says that all of them have come. */
  const look = async (): Promise<Alert[]> => {
    heard.length = 0;
    await asService(sql`select public.monitor_system_health()`);
    await asService(sql`select pg_notify('system_alert', '{"type":"end"}')`);
    while (heard.at(-1)?.type !== 'end') await new Promise((resolve) => setTimeout(resolve, 5));
    return heard.slice(0, -1);
  };
  const answer = async (userId: string, count: number, role: string, model: string | null, age: string) => {
    const conversation = crypto.randomUUID();
    await asService(sql`insert into public.conversations (id, user_id, client_key) values (${conversation}, ${userId}, ${conversation})`);
    await asService(sql`
      insert into public.chat_messages (id, conversation_id, user_id, position, role, content, provider, ai_model, created_at)
      select gen_random_uuid(), ${conversation}, ${userId}, n, ${role}, 'x', 'local', ${model}::text, now() - ${age}::interval from generate_series(1, ${count}::integer) n`);
  };

  beforeAll(async () => {
    vault = await openTestVault();
    stop = hearAlerts(vault.db, { ...vault.log, warn: (_message, facts) => heard.push(JSON.parse(String(facts!.alert)) as Alert) });
  });
  afterAll(async () => {
    await stop();
  });

  it('says nothing of a vault that is empty, or whose only limit is nothing', async () => {
    expect(await look()).toEqual([]);
    const { userId } = await createPerson(vault.db);
    await asService(sql`update public.users set storage_limit = 0, storage_used = 5 where id = ${userId}`);
    expect(await look()).toEqual([]);
  });

  it('says how full the vaults are when they are nearly full, business accounts left out', async () => {
    const { userId } = await createPerson(vault.db);
    await asService(sql`update public.users set storage_limit = 1000, storage_used = 950 where id = ${userId}`);
    const business = await createPerson(vault.db);
    await asService(sql`update public.users set subscription_tier = 'business', storage_used = 0 where id = ${business.userId}`);
    expect(await look()).toEqual([expect.objectContaining({ type: 'high_storage_usage', avg_usage_percent: 95 })]);
    await asService(sql`update public.users set storage_used = 0`);
  });

  it('misses the model only where one has answered this week, and counts no questions', async () => {
    const { userId } = await createPerson(vault.db);
    await answer(userId, 60, 'assistant', null, '1 minute');
    expect(await look()).toEqual([]);
    await answer(userId, 1, 'assistant', 'a-model', '2 days');
    expect(await look()).toEqual([expect.objectContaining({ type: 'ai_service_degraded', count: 60 })]);
    await asService(sql`update public.chat_messages set role = 'user' where ai_model is null`);
    expect(await look()).toEqual([]);
  });

  it('is for the service alone, and without pg_cron nothing is scheduled or called', async () => {
    const actor = await createPerson(vault.db);
    await expect(vault.db.asUser(actor, (tx) => tx.query(sql`select public.monitor_system_health()`))).rejects.toMatchObject({ sqlState: '42501' });
    expect(await asService(sql`select private.schedule_with_cron() as jobs, private.unschedule_cron() as gone, private.call_functions() as called`)).toEqual([{ jobs: 0, gone: 0, called: 0 }]);
  });
});
