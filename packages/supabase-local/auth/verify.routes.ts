import type { Context, Hono } from 'hono';
import type { Tx } from '@docuvault/db/types.ts';
import type { AuthContext, AuthEnv } from './auth-context.ts';
import { AuthError, otpExpired, validationFailed } from './auth-error.ts';
import { countAttempt } from './caller.ts';
import { applyVerification, isVerifyType, tokenTypesOf, type VerifyType } from './apply-verification.ts';
import { normaliseEmail } from './email-address.ts';
import { deviceOf, openSession, sessionView, type IssuedSession } from './issue-session.ts';
import { spendLink, spendOtp, type SpentToken } from './one-time-tokens.ts';
import { issueAuthCode } from './pkce.ts';
import { readBody, textOf } from './read-body.ts';
import { redirectOf, withFragment, withQuery } from './redirects.ts';

const halfConfirmed = 'Confirmation link accepted. Please proceed to confirm link sent to the other email';

const phoneTypes = ['sms', 'phone_change'];

const verifyTypeOf = (text: string): VerifyType => {
  if (!isVerifyType(text)) throw validationFailed(text === '' ? 'Verify requires a verification type' : 'Unsupported verification type');
  return text;
};

/** Spends the token and signs its owner in; null when the other half of a change of address is still to come. */
const verifyAndSignIn = async (
  ctx: AuthContext, c: Context<AuthEnv>, type: VerifyType, spend: (tx: Tx) => Promise<SpentToken | null>, message?: string,
): Promise<IssuedSession | null> =>
  ctx.db.asService('auth: verify a mailed token', async (tx) => {
    const spent = await spend(tx);
    if (!spent) throw otpExpired(message);
    const userId = await applyVerification(ctx, tx, type, spent);
    return userId === null ? null : openSession(ctx, tx, userId, 'otp', deviceOf(ctx, c));
  });

const answerPost = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const kind = textOf(body, 'type');
  const token = textOf(body, 'token');
  const tokenHash = textOf(body, 'token_hash');
  if ((token === '') === (tokenHash === '')) throw validationFailed('Verify requires either a token or a token hash');
  if (phoneTypes.includes(kind)) {
    if (!/^\+?[1-9]\d{1,14}$/.test(textOf(body, 'phone'))) throw validationFailed('Invalid phone number format (E.164 required)');
    throw otpExpired();
  }
  const type = verifyTypeOf(kind);
  const types = tokenTypesOf(type);
  const email = tokenHash === '' ? normaliseEmail(textOf(body, 'email')) : '';
  const address = ctx.addressOf(c);
  const giveBack = countAttempt(ctx, [email === '' ? [`link from ${address}`, ctx.limits.passwordPerAddress] : [`code ${email}`, ctx.limits.codes]]);
  const issued = await (email === ''
    ? verifyAndSignIn(ctx, c, type, (tx) => spendLink(ctx, tx, types, tokenHash), 'Email link is invalid or has expired')
    : verifyAndSignIn(ctx, c, type, (tx) => spendOtp(ctx, tx, types, email, token)));
  giveBack();
  return issued ? c.json(await sessionView(ctx, issued)) : c.json({ msg: halfConfirmed, code: '200' });
};

/** The names that supabase/auth gives the statuses in a redirect. */
const oauthErrors: Record<number, string> = { 400: 'invalid_request', 401: 'unauthorized_client', 403: 'access_denied', 500: 'server_error', 503: 'temporarily_unavailable' };

const redirectWithCode = (ctx: AuthContext, type: VerifyType, linkToken: string) =>
  ctx.db.asService('auth: verify a mailed link of a PKCE flow', async (tx) => {
    const spent = await spendLink(ctx, tx, tokenTypesOf(type), linkToken);
    if (!spent) throw otpExpired('Email link is invalid or has expired');
    const userId = await applyVerification(ctx, tx, type, spent);
    return userId === null ? null : issueAuthCode(ctx, tx, userId, type === 'signup' ? 'email/signup' : type);
  });

const answerGet = async (ctx: AuthContext, c: Context<AuthEnv>): Promise<string> => {
  const redirectTo = redirectOf(ctx, c);
  const linkToken = (c.req.query('token') ?? c.req.query('token_hash') ?? '').slice(0, 1024);
  const isPkce = linkToken.startsWith('pkce_');
  try {
    const type = verifyTypeOf(c.req.query('type') ?? '');
    if (linkToken === '') throw validationFailed('Verify requires a token or a token hash');
    const giveBack = countAttempt(ctx, [[`link from ${ctx.addressOf(c)}`, ctx.limits.passwordPerAddress]]);
    if (isPkce) {
      const code = await redirectWithCode(ctx, type, linkToken);
      giveBack();
      return code === null ? withFragment(withQuery(redirectTo, { message: halfConfirmed }), { message: halfConfirmed, sb: '' }) : withQuery(redirectTo, { code });
    }
    const spend = (tx: Tx) => spendLink(ctx, tx, tokenTypesOf(type), linkToken);
    const issued = await verifyAndSignIn(ctx, c, type, spend, 'Email link is invalid or has expired');
    giveBack();
    if (!issued) return withFragment(redirectTo, { message: halfConfirmed, sb: '' });
    const { access_token, refresh_token, token_type, expires_in, expires_at } = await sessionView(ctx, issued);
    return withFragment(redirectTo, { access_token, refresh_token, token_type, expires_in: String(expires_in), expires_at: String(expires_at), type, sb: '' });
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const named = oauthErrors[error.status];
    const facts = { ...(named && { error: named }), error_code: error.code, error_description: error.message };
    return withFragment(isPkce ? withQuery(redirectTo, facts) : redirectTo, { ...facts, sb: '' });
  }
};

/** GET and POST /verify: a mailed link or code becomes a session. */
export const addVerifyRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/verify', (c) => answerPost(ctx, c));
  // Mail scanners probe links with HEAD, which Hono would hand to GET: that must not spend the token.
  app.get('/verify', async (c) => (c.req.method === 'HEAD' ? c.body(null, 200) : c.redirect(await answerGet(ctx, c), 303)));
};
