import type { Context, Hono } from 'hono';
import sql from 'sql-template-tag';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { addAdminUserChanges, readAdminUser } from './admin-user.ts';
import { nowText, type AuthContext, type AuthEnv } from './auth-context.ts';
import { AuthError, validationFailed } from './auth-error.ts';
import { requireAdmin } from './caller.ts';
import { lockFactor, removeFactor } from './mfa.repository.ts';
import { flagOf, isUuid, readBody, textOf } from './read-body.ts';
import { randomToken, sha256 } from './secrets.ts';
import { deleteSessions } from './sessions.repository.ts';
import { emailProvider, emailTaken, mergeMetadata, userView } from './user-view.ts';
import { confirmEmail, findAnyUserById, insertUser, listUsers, type UserRow } from './users.repository.ts';

const maxPerPage = 1000;

const countOf = (text: string | undefined, fallback: number, name: string): number => {
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw validationFailed(`Bad Pagination Parameters: ${name} must be a positive number`);
  return Number(text);
};

const userNotFound = () => new AuthError(404, 'user_not_found', 'User not found');

const userOf = async (tx: Tx, id: string): Promise<UserRow> => {
  const user = isUuid(id) ? await findAnyUserById(tx, id) : null;
  if (!user) throw userNotFound();
  return user;
};

const takenToError = (error: unknown): never => {
  if (isUniqueViolation(error, 'users_email_key')) throw emailTaken();
  if (isUniqueViolation(error, 'users_pkey')) throw new AuthError(409, 'conflict', 'A user with this id exists');
  throw error;
};

const list = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const page = countOf(c.req.query('page'), 1, 'page');
  const perPage = Math.min(maxPerPage, countOf(c.req.query('per_page'), 50, 'per_page'));
  const filter = (c.req.query('filter') ?? '').replaceAll('\0', '').slice(0, 255);
  const { users, total } = await ctx.db.asService('auth admin: list users', (tx) => listUsers(tx, page, perPage, filter));
  const lastPage = Math.ceil(total / perPage);
  const link = (to: number, rel: string) => `</admin/users?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  return c.json({ users: users.map(userView), aud: 'authenticated' }, 200, {
    'X-Total-Count': String(total),
    Link: [...(lastPage > page ? [link(page + 1, 'next')] : []), link(lastPage, 'last')].join(', '),
  });
};

const create = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const wanted = readAdminUser(ctx, await readBody(c));
  const { email } = wanted;
  if (email === null) throw validationFailed('Cannot create a user without either an email or phone');
  const passwordHash = wanted.passwordHash ?? (await ctx.passwords.hash(wanted.password ?? randomToken()));
  const user = await ctx.db
    .asService('auth admin: create a user', async (tx) => {
      const made = await insertUser(tx, {
        id: wanted.id ?? crypto.randomUUID(), email, passwordHash, now: nowText(ctx),
        userMetadata: mergeMetadata({}, wanted.userMetadata ?? {}), appMetadata: mergeMetadata(emailProvider, wanted.appMetadata ?? {}),
      });
      if (wanted.confirm) await confirmEmail(tx, made, nowText(ctx));
      await addAdminUserChanges(ctx, tx, made, { bannedUntil: wanted.bannedUntil });
      return userOf(tx, made.id);
    })
    .catch(takenToError);
  return c.json(userView(user));
};

const update = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const wanted = readAdminUser(ctx, await readBody(c));
  const passwordHash = wanted.passwordHash ?? (wanted.password === null ? null : await ctx.passwords.hash(wanted.password));
  const { user, ended } = await ctx.db
    .asService('auth admin: change a user', async (tx) => {
      const before = await userOf(tx, c.req.param('id')!);
      await addAdminUserChanges(ctx, tx, before, { ...wanted, passwordHash });
      // A password set by an operator ends what may be somebody else's sessions.
      const signedOut = passwordHash === null ? [] : await deleteSessions(tx, before.id, 'global', null);
      return { user: await userOf(tx, before.id), ended: signedOut };
    })
    .catch(takenToError);
  ctx.liveness.ended(ended);
  ctx.liveness.forget();
  return c.json(userView(user));
};

/** Keeps the row and the id, and a hash that shows whether an address was this account's. */
const softDelete = async (ctx: AuthContext, tx: Tx, user: UserRow) => {
  if (user.deleted_at) return;
  const trace = user.email === null ? null : sha256(`${user.id}${user.email}`);
  await tx.query(sql`
    update auth.users set email = ${trace}, encrypted_password = null, email_change = '', raw_user_meta_data = '{}', raw_app_meta_data = '{}',
      phone = null, deleted_at = ${nowText(ctx)}::timestamptz, updated_at = ${nowText(ctx)}::timestamptz
    where id = ${user.id}`);
  await tx.query(sql`delete from auth.identities i where i.user_id = ${user.id}`);
  await tx.query(sql`delete from auth.mfa_factors f where f.user_id = ${user.id}`);
  await tx.query(sql`delete from auth.one_time_tokens t where t.user_id = ${user.id}`);
  await tx.query(sql`delete from auth.flow_state f where f.user_id = ${user.id}`);
};

const remove = async (ctx: AuthContext, c: Context<AuthEnv>) => {
  const soft = flagOf(await readBody(c, true), 'should_soft_delete', false);
  const ended = await ctx.db.asService('auth admin: delete a user', async (tx) => {
    const user = await userOf(tx, c.req.param('id')!);
    const signedOut = await deleteSessions(tx, user.id, 'global', null);
    if (soft) await softDelete(ctx, tx, user);
    else await tx.query(sql`delete from auth.users u where u.id = ${user.id}`);
    return signedOut;
  });
  ctx.liveness.ended(ended);
  ctx.liveness.forget();
  return c.json({});
};

/** The accounts, for holders of the service-role key. */
export const addAdminUserRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.use('/admin/*', requireAdmin(ctx));
  app.get('/admin/users', (c) => list(ctx, c));
  app.post('/admin/users', (c) => create(ctx, c));
  app.get('/admin/users/:id', async (c) => c.json(userView(await ctx.db.asService('auth admin: read a user', (tx) => userOf(tx, c.req.param('id'))))));
  app.put('/admin/users/:id', (c) => update(ctx, c));
  app.delete('/admin/users/:id', (c) => remove(ctx, c));

  app.get('/admin/users/:id/factors', async (c) => {
    const user = await ctx.db.asService('auth admin: read the factors of a user', (tx) => userOf(tx, c.req.param('id')));
    return c.json(user.factors);
  });
  app.delete('/admin/users/:id/factors/:factorId', async (c) => {
    const factor = await ctx.db.asService('auth admin: remove a factor', async (tx) => {
      const user = await userOf(tx, c.req.param('id'));
      const found = isUuid(c.req.param('factorId')) ? await lockFactor(tx, user.id, c.req.param('factorId')) : null;
      if (!found) throw new AuthError(404, 'mfa_factor_not_found', 'Factor not found');
      await removeFactor(tx, found.id);
      return { id: found.id, status: found.status, friendly_name: found.friendly_name ?? '', factor_type: found.factor_type };
    });
    return c.json(factor);
  });
  app.put('/admin/users/:id/factors/:factorId', async (c) => {
    const name = textOf(await readBody(c), 'friendly_name', 100).trim();
    const factor = await ctx.db.asService('auth admin: rename a factor', async (tx) => {
      const user = await userOf(tx, c.req.param('id'));
      const found = isUuid(c.req.param('factorId')) ? await lockFactor(tx, user.id, c.req.param('factorId')) : null;
      if (!found) throw new AuthError(404, 'mfa_factor_not_found', 'Factor not found');
      await tx.query(sql`update auth.mfa_factors set friendly_name = ${name}, updated_at = ${nowText(ctx)}::timestamptz where id = ${found.id}`);
      return { id: found.id, status: found.status, friendly_name: name, factor_type: found.factor_type };
    });
    return c.json(factor);
  });
};
