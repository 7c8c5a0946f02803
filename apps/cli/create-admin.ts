import sql from 'sql-template-tag';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createAuth } from '@docuvault/supabase-local/auth/create-auth.ts';
import type { House } from './house.ts';

const refusal = async (answer: Response): Promise<string> => {
  const body = (await answer.json().catch(() => ({}))) as { msg?: string; message?: string };
  return body.msg ?? body.message ?? String(answer.status);
};

/**
 * Makes an account whose address needs no confirmation, marked `admin` in its app metadata and on the largest plan: the
 * first account of a new vault, or the way back in. Through the running server where one holds the database.
 */
export const createAdmin = async (house: House, email: string, password: string): Promise<{ id: string }> => {
  const wanted = { email, password, email_confirm: true, app_metadata: { admin: true } };
  const request = (base: string) => new Request(`${base}/admin/users`, {
    method: 'POST', body: JSON.stringify(wanted),
    headers: { apikey: house.secrets.serviceRoleKey, authorization: `Bearer ${house.secrets.serviceRoleKey}`, 'content-type': 'application/json' },
  });
  const running = house.server();
  if (running) {
    const answer = await fetch(request(`${running.url}/auth/v1`));
    if (!answer.ok) throw new Error(`The account was not made: ${await refusal(answer)}`);
    return (await answer.json()) as { id: string };
  }
  const engine = await house.open();
  try {
    const auth = createAuth({
      db: engine.db, clock: systemClock, log: silentLogger, keyring: await createKeyring(house.masterKeys()), mailer: null,
      jwt: { secret: house.secrets.jwtSecret, issuerUrl: 'http://127.0.0.1/auth/v1' },
      keys: { anonKey: house.secrets.anonKey, serviceRoleKey: house.secrets.serviceRoleKey },
      siteUrl: 'http://127.0.0.1', redirectOrigins: [],
    });
    const answer = await auth.app.request(request('http://127.0.0.1'));
    if (!answer.ok) throw new Error(`The account was not made: ${await refusal(answer)}`);
    const { id } = (await answer.json()) as { id: string };
    await auth.settled();
    await engine.db.asService('the largest plan for an admin', (tx) => tx.query(sql`
      update public.users u set subscription_tier = l.tier, storage_limit = l.storage_bytes, ai_limit = l.ai_requests_per_month
      from private.tier_limits l where l.tier = 'business' and u.id = ${id}`));
    return { id };
  } finally {
    await engine.close();
  }
};
