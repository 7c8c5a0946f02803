import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext } from './auth-context.ts';
import { AuthError, validationFailed } from './auth-error.ts';
import { textOf, type Body } from './read-body.ts';
import { equalSecrets, randomToken, sha256 } from './secrets.ts';

/** How long an auth code, and how long a flow without one, waits. */
const codeSeconds = 300;
const flowSeconds = 86_400;

export type Challenge = { challenge: string; method: 's256' | 'plain' };

/** The PKCE challenge of a body, or null for the implicit flow. Lengths and letters by RFC 7636, section 4.2. */
export const challengeOf = (body: Body): Challenge | null => {
  const challenge = textOf(body, 'code_challenge');
  const method = textOf(body, 'code_challenge_method').toLowerCase();
  if ((challenge === '') !== (method === '')) throw validationFailed('PKCE flow requires code_challenge_method and code_challenge');
  if (challenge === '') return null;
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(challenge)) throw validationFailed('code challenge has to be between 43 and 128 characters');
  if (method !== 's256' && method !== 'plain') throw validationFailed('code_challenge_method must be s256 or plain');
  return { challenge, method };
};

/** Remembers that the user began a flow; a newer one of the same kind takes its place. */
export const startFlow = async (ctx: AuthContext, tx: Tx, userId: string, method: string, { challenge, method: how }: Challenge) => {
  const now = nowText(ctx);
  await tx.query(sql`
    delete from auth.flow_state f
    where (f.user_id = ${userId} and f.authentication_method = ${method})
      or f.created_at < ${now}::timestamptz - make_interval(secs => ${flowSeconds})`);
  await tx.query(sql`
    insert into auth.flow_state (user_id, code_challenge, code_challenge_method, provider_type, authentication_method, created_at, updated_at)
    values (${userId}, ${challenge}, ${how}, ${method}, ${method}, ${now}::timestamptz, ${now}::timestamptz)`);
};

/** The code that the user's browser brings to the app that began the flow. */
export const issueAuthCode = async (ctx: AuthContext, tx: Tx, userId: string, method: string): Promise<string> => {
  const code = randomToken();
  const rows = await tx.query(sql`
    update auth.flow_state set auth_code = ${sha256(code)}, auth_code_issued_at = ${nowText(ctx)}::timestamptz, updated_at = ${nowText(ctx)}::timestamptz
    where user_id = ${userId} and authentication_method = ${method} and auth_code is null
    returning id`);
  if (rows.length === 0) throw new AuthError(400, 'flow_state_not_found', 'No associated flow state found');
  return code;
};

type FlowRow = { id: string; user_id: string; code_challenge: string; code_challenge_method: string; authentication_method: string; auth_code_issued_at: Date };

/** Exchanges a code once, for who holds its verifier. Throws flow_state_not_found, flow_state_expired or bad_code_verifier. */
export const spendAuthCode = async (ctx: AuthContext, tx: Tx, code: string, verifier: string): Promise<{ userId: string; method: string }> => {
  const rows = await tx.query<FlowRow>(sql`
    select f.id, f.user_id, f.code_challenge, f.code_challenge_method, f.authentication_method, f.auth_code_issued_at
    from auth.flow_state f where f.auth_code = ${sha256(code)} for update of f`);
  const flow = rows[0];
  if (!flow) throw new AuthError(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
  if (ctx.clock.now().getTime() - flow.auth_code_issued_at.getTime() > codeSeconds * 1000) {
    throw new AuthError(422, 'flow_state_expired', 'invalid flow state, flow state has expired');
  }
  const presented = flow.code_challenge_method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  if (!equalSecrets(presented, flow.code_challenge)) {
    throw new AuthError(400, 'bad_code_verifier', 'code challenge does not match previously saved code verifier');
  }
  await tx.query(sql`delete from auth.flow_state f where f.id = ${flow.id}`);
  return { userId: flow.user_id, method: flow.authentication_method };
};
