import type { Context, Hono } from 'hono';
import sql from 'sql-template-tag';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { authMail, sendLater } from './auth-mails.ts';
import { AuthError, validationFailed } from './auth-error.ts';
import { requireAdmin } from './caller.ts';
import { normaliseEmail } from './email-address.ts';
import { putOneTimeToken, type MailedSecret, type TokenType } from './one-time-tokens.ts';
import { checkPassword } from './passwords.ts';
import { objectOf, readBody, textOf, type Body } from './read-body.ts';
import { redirectOf, verifyLink } from './redirects.ts';
import { emailProvider, emailTaken, mergeMetadata, userView } from './user-view.ts';
import { findUserByEmail, findUserById, insertUser, type UserRow } from './users.repository.ts';

const linkTypes = ['signup', 'invite', 'magiclink', 'recovery', 'email_change_current', 'email_change_new'] as const;
type LinkType = (typeof linkTypes)[number];

const userNotFound = () => new AuthError(404, 'user_not_found', 'User with this email not found');

type NewAccount = { email: string; passwordHash: string | null; metadata: Body };

/** The unconfirmed account of an address, made where there is none. */
const waitingAccount = async (ctx: AuthContext, tx: Tx, known: UserRow | null, { email, passwordHash, metadata }: NewAccount): Promise<UserRow> => {
  if (known?.email_confirmed_at) throw emailTaken();
  if (known) return known;
  return insertUser(tx, { id: crypto.randomUUID(), email, passwordHash, userMetadata: mergeMetadata({}, metadata), appMetadata: emailProvider, now: nowText(ctx) });
};

const markInvited = (ctx: AuthContext, tx: Tx, userId: string) =>
  tx.query(sql`
    update auth.users set invited_at = ${nowText(ctx)}::timestamptz, confirmation_sent_at = ${nowText(ctx)}::timestamptz where id = ${userId}`);

const markSent = (ctx: AuthContext, tx: Tx, userId: string, type: TokenType) =>
  type === 'recovery_token'
    ? tx.query(sql`update auth.users set recovery_sent_at = ${nowText(ctx)}::timestamptz where id = ${userId}`)
    : tx.query(sql`update auth.users set confirmation_sent_at = ${nowText(ctx)}::timestamptz where id = ${userId}`);

type Made = { userId: string; secret: MailedSecret; type: LinkType };

const makeChange = async (ctx: AuthContext, tx: Tx, user: UserRow, type: 'email_change_current' | 'email_change_new', newEmail: string): Promise<Made> => {
  if (await findUserByEmail(tx, newEmail)) throw emailTaken();
  const half = type === 'email_change_new' ? 'email_change_token_new' : 'email_change_token_current';
  await tx.query(sql`
    update auth.users set email_change = ${newEmail}, email_change_sent_at = ${nowText(ctx)}::timestamptz,
      email_change_confirm_status = case when email_change = ${newEmail} then email_change_confirm_status else 0 end
    where id = ${user.id}`);
  const relatesTo = type === 'email_change_new' ? newEmail : user.email!;
  return { userId: user.id, type, secret: await putOneTimeToken(ctx, tx, { userId: user.id, type: half, email: relatesTo }) };
};

const generateLink = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const type = linkTypes.find((known) => known === textOf(body, 'type'));
  if (!type) throw validationFailed('Invalid email action link type requested');
  const email = normaliseEmail(textOf(body, 'email'));
  const isChange = type === 'email_change_current' || type === 'email_change_new';
  const newEmail = isChange ? normaliseEmail(textOf(body, 'new_email')) : '';
  const password = textOf(body, 'password', 4096);
  const redirectTo = redirectOf(ctx, c, textOf(body, 'redirect_to', 2048));
  const metadata = objectOf(body, 'data') ?? {};
  if (type === 'signup') checkPassword(password, ctx.limits.minPasswordLength);
  const passwordHash = type === 'signup' ? await ctx.passwords.hash(password) : null;

  const { made, user } = await ctx.db
    .asService('auth admin: generate a link', async (tx) => {
      const known = await findUserByEmail(tx, email);
      const make = async (): Promise<Made> => {
        if (isChange) {
          if (!known) throw userNotFound();
          return makeChange(ctx, tx, known, type, newEmail);
        }
        // A magic link for nobody signs up, as in supabase/auth.
        const kind = type === 'magiclink' && !known ? 'signup' : type;
        if (kind === 'recovery' && !known) throw userNotFound();
        const waits = kind === 'signup' || kind === 'invite';
        const owner = waits ? await waitingAccount(ctx, tx, known, { email, passwordHash, metadata }) : known!;
        const token = waits ? 'confirmation_token' : 'recovery_token';
        const seconds = kind === 'invite' ? ctx.limits.invitationSeconds : ctx.limits.mailedTokenSeconds;
        await (kind === 'invite' ? markInvited(ctx, tx, owner.id) : markSent(ctx, tx, owner.id, token));
        return { userId: owner.id, type: kind, secret: await putOneTimeToken(ctx, tx, { userId: owner.id, type: token, email, seconds }) };
      };
      const result = await make();
      return { made: result, user: (await findUserById(tx, result.userId))! };
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'users_email_key') ? emailTaken() : error;
    });
  const verifyType = isChange ? 'email_change' : made.type;
  return c.json({
    ...userView(user),
    action_link: verifyLink(ctx, made.secret.linkToken, verifyType, redirectTo),
    email_otp: made.secret.otp,
    hashed_token: made.secret.linkToken,
    verification_type: made.type,
    redirect_to: redirectTo,
  });
};

const invite = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const body = await readBody(c);
  const email = normaliseEmail(textOf(body, 'email'));
  const metadata = objectOf(body, 'data') ?? {};
  const redirectTo = redirectOf(ctx, c);
  const { user, secret } = await ctx.db
    .asService('auth admin: invite', async (tx) => {
      const account = await waitingAccount(ctx, tx, await findUserByEmail(tx, email), { email, passwordHash: null, metadata });
      await markInvited(ctx, tx, account.id);
      const made = await putOneTimeToken(ctx, tx, { userId: account.id, type: 'confirmation_token', email, seconds: ctx.limits.invitationSeconds });
      return { user: (await findUserById(tx, account.id))!, secret: made };
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'users_email_key') ? emailTaken() : error;
    });
  sendLater(ctx, authMail(ctx, 'invite', email, secret, redirectTo));
  return c.json(userView(user));
};

/** Invitations, and links that the operator passes on themselves: the way without a mail provider. */
export const addAdminLinkRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.post('/admin/generate_link', requireAdmin(ctx), (c) => generateLink(ctx, c));
  app.post('/invite', requireAdmin(ctx), (c) => invite(ctx, c));
};
