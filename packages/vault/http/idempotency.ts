import type { Context } from 'hono';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { conflict, malformed } from '@docuvault/core/errors.ts';
import type { Deps } from '../context.ts';
import type { Env } from './env.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

/** A call that never settled (its process died) may be taken over after this long. */
const abandonedAfterMs = 5 * 60_000;

export type Answer = { status: number; body: unknown };
type KeyRow = { request_hash: string; status: number | null; response: unknown; mine: boolean };

const hashOf = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

const keyReused = () => conflict('idempotency.key_reused', 'This Idempotency-Key was used for another request.');
const inProgress = () => conflict('idempotency.in_progress', 'A call with this key is at work; try again shortly.');

type KeyedCall = {
  c: Context<Env>;
  actor: UserActor;
  functionName: string;
  /** What tells requests apart besides method and path; without passwords, since its hash is kept. */
  body?: unknown;
  /** The answer holds a secret, such as a token of which only a hash may lie in the database: it is kept sealed. */
  secret?: boolean;
  /** For a body that streams: whether what is sent now is what was answered so. */
  isSame?: (answer: unknown) => Promise<boolean>;
};

/**
 * Runs a mutating call at most once for the `Idempotency-Key` it carries: the same key gets the same answer for 24
 * hours, marked `Idempotency-Replayed: true`. Another request under a used key is 409 `idempotency.key_reused`, a
 * repeat while the first is at work 409 `idempotency.in_progress`. A call that is refused changes nothing and frees
 * its key. Without the header the call simply runs.
 */
export const onceByKey = async (deps: Pick<Deps, 'db' | 'clock' | 'keyring'>, call: KeyedCall, run: () => Promise<Answer>): Promise<Response> => {
  const { c, actor, functionName } = call;
  const send = ({ status, body }: Answer) => (status === 204 ? c.body(null, 204) : c.json(body as object, status as 200));
  const key = c.req.header('idempotency-key');
  if (key === undefined) return send(await run());
  if (key.length < 1 || key.length > 200) throw malformed('idempotency.invalid_key', 'An Idempotency-Key has 1 to 200 characters.');

  const hash = await hashOf(`${c.req.method} ${c.req.path} ${JSON.stringify(call.body ?? null)}`);
  const sealContext = `answer ${actor.userId} ${functionName} ${key}`;
  const now = deps.clock.now();
  const [row] = await deps.db.asUser(actor, (tx) =>
    tx.query<KeyRow>(sql`
      with claimed as (
        insert into public.idempotency_keys as k (user_id, key, function_name, request_hash, created_at)
        values (${actor.userId}, ${key}, ${functionName}, ${hash}, ${now})
        on conflict (user_id, function_name, key) do update set request_hash = excluded.request_hash, created_at = excluded.created_at
        where k.status is null and k.created_at < ${new Date(now.getTime() - abandonedAfterMs)}
        returning k.request_hash, k.status, k.response)
      select claimed.*, true as mine from claimed
      union all
      select k.request_hash, k.status, k.response, false from public.idempotency_keys k
      where k.user_id = ${actor.userId} and k.function_name = ${functionName} and k.key = ${key} and not exists (select from claimed)`),
  );
  if (!row) throw inProgress();
  if (!row.mine) {
    if (row.request_hash !== hash) throw keyReused();
    if (row.status === null) throw inProgress();
    const body = call.secret ? await openAnswer(deps.keyring, sealContext, row.response) : row.response;
    if (call.isSame && !(await call.isSame(body))) throw keyReused();
    c.header('Idempotency-Replayed', 'true');
    return send({ status: row.status, body });
  }
  const settle = ({ status, body }: Answer) => sql`
    update public.idempotency_keys set status = ${status}, response = ${JSON.stringify(body ?? null)}::jsonb
    where user_id = ${actor.userId} and function_name = ${functionName} and key = ${key}`;
  const free = sql`delete from public.idempotency_keys where user_id = ${actor.userId} and function_name = ${functionName} and key = ${key}`;
  let answer: Answer;
  try {
    answer = await run();
  } catch (error) {
    await deps.db.asUser(actor, (tx) => tx.query(free)).catch(() => undefined);
    throw error;
  }
  const kept = call.secret ? await sealAnswer(deps.keyring, sealContext, answer.body).catch(() => null) : answer.body;
  // What cannot be sealed is not kept: the call was done and is answered, and its key is free.
  await deps.db.asUser(actor, (tx) => tx.query(call.secret && kept === null ? free : settle({ ...answer, body: kept })));
  return send(answer);
};
