import type { Context, Hono } from 'hono';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { afterSeconds, nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, leftOut, validationFailed } from './auth-error.ts';
import { countAttempt, loadCaller, requireUser } from './caller.ts';
import { sessionView, type IssuedSession } from './issue-session.ts';
import {
  acceptCode, dropStaleFactors, endWeakSessions, findChallenge, insertChallenge, insertFactor, lockFactor, raiseSession, removeFactor, type FactorRow,
} from './mfa.repository.ts';
import { isUuid, readBody, textOf } from './read-body.ts';
import { randomToken } from './secrets.ts';
import { addAmr, amrOf, insertRefreshToken, revokeFamily } from './sessions.repository.ts';
import { enrol, stepOfCode } from './totp.ts';
import { findUserById } from './users.repository.ts';

const maxFactors = 10;
const challengeSeconds = 300;
const unfinishedSeconds = 3600;

const factorOf = async (tx: Tx, userId: string, factorId: string): Promise<FactorRow> => {
  const factor = isUuid(factorId) ? await lockFactor(tx, userId, factorId) : null;
  if (!factor) throw new AuthError(404, 'mfa_factor_not_found', 'Factor not found');
  return factor;
};

const nameTaken = (name: string) =>
  new AuthError(422, 'mfa_factor_name_conflict', `A factor with the friendly name ${JSON.stringify(name)} for this user already exists`);

const enrolFactor = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const type = textOf(body, 'factor_type');
  const friendlyName = textOf(body, 'friendly_name', 100).trim();
  const issuer = textOf(body, 'issuer', 100) || new URL(ctx.siteUrl).host;
  if (type === 'phone' || type === 'webauthn') throw leftOut(`MFA enroll is disabled for ${type === 'phone' ? 'Phone' : 'WebAuthn'}`);
  if (type !== 'totp') throw validationFailed('factor_type needs to be totp');
  const id = crypto.randomUUID();
  const { payload, sub } = c.get('claims');
  const enrolment = await enrol(await ctx.keyring(), id, issuer, typeof payload.email === 'string' && payload.email !== '' ? payload.email : sub!);
  await ctx.db
    .asService('auth: enrol a second factor', async (tx) => {
      const { user, session } = await loadCaller(ctx, c, tx, true);
      await dropStaleFactors(tx, user.id, afterSeconds(ctx, -unfinishedSeconds));
      const { factors } = (await findUserById(tx, user.id))!;
      if (friendlyName !== '' && factors.some((factor) => factor.friendly_name === friendlyName)) throw nameTaken(friendlyName);
      if (factors.length >= maxFactors) {
        throw new AuthError(422, 'too_many_enrolled_mfa_factors', 'Maximum number of verified factors reached, unenroll to continue');
      }
      if (session.aal !== 'aal2' && factors.some((factor) => factor.status === 'verified')) {
        throw new AuthError(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
      }
      await insertFactor(tx, { id, userId: user.id, friendlyName, secret: enrolment.sealed, now: nowText(ctx) });
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'mfa_factors_user_friendly_name_unique') ? nameTaken(friendlyName) : error;
    });
  return c.json({ id, type, friendly_name: friendlyName, totp: { qr_code: enrolment.qrCode, secret: enrolment.secret, uri: enrolment.uri } });
};

type Verified = { issued: IssuedSession; ended: string[] };

/** In one transaction: the code is spent, the factor verified, the session lifted and its earlier refresh token revoked. */
const answerChallenge = (ctx: AuthContext, c: Context<AuthEnv>, challengeId: string, code: string): Promise<Verified> =>
  ctx.db.asService('auth: verify a second factor', async (tx) => {
    const { user, session } = await loadCaller(ctx, c, tx, true);
    const factor = await factorOf(tx, user.id, c.req.param('id')!);
    const now = nowText(ctx);
    const challenge = isUuid(challengeId) ? await findChallenge(tx, challengeId, factor.id) : null;
    if (!challenge) throw new AuthError(404, 'mfa_factor_not_found', 'MFA factor with the provided challenge ID not found');
    if (ctx.clock.now().getTime() - challenge.created_at.getTime() > challengeSeconds * 1000) {
      throw new AuthError(422, 'mfa_challenge_expired', `MFA challenge ${challengeId} has expired, verify against another challenge or create a new challenge.`);
    }
    const step = await stepOfCode(await ctx.keyring(), factor.id, factor.secret, code, ctx.clock.now(), factor.last_used_step);
    if (step === null) throw new AuthError(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
    await acceptCode(tx, factor.id, challengeId, step, now);
    await addAmr(tx, session.id, 'totp', now);
    await raiseSession(tx, session.id, factor.id, now);
    const ended = factor.status === 'unverified' ? await endWeakSessions(tx, user.id, session.id) : [];
    // The refresh token from before the second factor must not lead to a session that has it.
    const refreshToken = randomToken();
    await revokeFamily(tx, session.id, now);
    await insertRefreshToken(tx, { token: refreshToken, userId: user.id, sessionId: session.id, parent: null, now });
    const issued = { user: (await findUserById(tx, user.id))!, sessionId: session.id, refreshToken, aal: 'aal2', amr: await amrOf(tx, session.id) };
    return { issued, ended };
  });

/** TOTP as a second factor: enrol, challenge, verify, remove. */
export const addMfaRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/factors', requireUser(ctx), (c) => enrolFactor(ctx, c));

  app.post('/factors/:id/challenge', requireUser(ctx), async (c) => {
    const id = crypto.randomUUID();
    await ctx.db.asService('auth: challenge a second factor', async (tx) => {
      const { user } = await loadCaller(ctx, c, tx);
      const factor = await factorOf(tx, user.id, c.req.param('id'));
      await insertChallenge(tx, id, factor.id, nowText(ctx));
    });
    return c.json({ id, type: 'totp', expires_at: Math.floor(ctx.clock.now().getTime() / 1000) + challengeSeconds });
  });

  app.post('/factors/:id/verify', requireUser(ctx), async (c) => {
    const body = await readBody(c);
    const code = textOf(body, 'code', 16).replaceAll(' ', '');
    if (code === '') throw validationFailed('Code needs to be non-empty');
    const giveBack = countAttempt(ctx, [[`totp ${c.get('claims').sub}`, ctx.limits.totp]]);
    const { issued, ended } = await answerChallenge(ctx, c, textOf(body, 'challenge_id'), code);
    giveBack();
    ctx.liveness.ended(ended);
    return c.json(await sessionView(ctx, issued));
  });

  app.delete('/factors/:id', requireUser(ctx), async (c) => {
    const id = c.req.param('id');
    await ctx.db.asService('auth: remove a second factor', async (tx) => {
      const { user, session } = await loadCaller(ctx, c, tx, true);
      const factor = await factorOf(tx, user.id, id);
      if (factor.status === 'verified' && session.aal !== 'aal2') {
        throw new AuthError(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
      }
      await removeFactor(tx, factor.id);
    });
    return c.json({ id });
  });
};
