import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

export type UserRow = {
  id: string;
  aud: string;
  role: string;
  email: string | null;
  encrypted_password: string | null;
  email_confirmed_at: Date | null;
  invited_at: Date | null;
  confirmation_sent_at: Date | null;
  recovery_sent_at: Date | null;
  email_change: string;
  email_change_sent_at: Date | null;
  email_change_confirm_status: number;
  reauthentication_sent_at: Date | null;
  last_sign_in_at: Date | null;
  raw_app_meta_data: Record<string, unknown>;
  raw_user_meta_data: Record<string, unknown>;
  phone: string | null;
  confirmed_at: Date | null;
  banned_until: Date | null;
  is_anonymous: boolean;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
  identities: Record<string, unknown>[];
  factors: FactorView[];
};

export type FactorView = {
  id: string;
  created_at: string;
  updated_at: string;
  status: 'unverified' | 'verified';
  friendly_name?: string;
  factor_type: string;
  last_challenged_at: string | null;
};

const selectUser = sql`
  select u.*,
    coalesce((select jsonb_agg(jsonb_build_object(
        'identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id, 'identity_data', i.identity_data,
        'provider', i.provider, 'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
        'updated_at', i.updated_at, 'email', i.email) order by i.created_at)
      from auth.identities i where i.user_id = u.id), '[]'::jsonb) as identities,
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', f.id, 'created_at', f.created_at, 'updated_at', f.updated_at, 'status', f.status,
        'friendly_name', coalesce(f.friendly_name, ''), 'factor_type', f.factor_type,
        'last_challenged_at', f.last_challenged_at) order by f.created_at)
      from auth.mfa_factors f where f.user_id = u.id), '[]'::jsonb) as factors
  from auth.users u`;

const one = async (tx: Tx, condition: Sql): Promise<UserRow | null> =>
  (await tx.query<UserRow>(sql`${selectUser} where ${condition}`))[0] ?? null;

/** The account of a normalised address, or null. Deleted accounts are not found. */
export const findUserByEmail = (tx: Tx, email: string) => one(tx, sql`lower(u.email) = ${email} and u.deleted_at is null`);
export const findUserById = (tx: Tx, id: string) => one(tx, sql`u.id = ${id} and u.deleted_at is null`);

/** Deleted accounts too, for operators. */
export const findAnyUserById = (tx: Tx, id: string) => one(tx, sql`u.id = ${id}`);

/** As `findUserById`, holding the row against other writers until the transaction ends; rows that refer to it may still be added. */
export const lockUser = (tx: Tx, id: string) => one(tx, sql`u.id = ${id} and u.deleted_at is null for no key update of u`);

/** The newest accounts first. Deleted ones are counted and listed too, as supabase/auth does. */
export const listUsers = async (tx: Tx, page: number, perPage: number, filter: string): Promise<{ users: UserRow[]; total: number }> => {
  const matching = sql`(${filter} = '' or strpos(lower(coalesce(u.email, '')), lower(${filter})) > 0)`;
  const counted = await tx.query<{ total: number }>(sql`select count(*) as total from auth.users u where ${matching}`);
  const users = await tx.query<UserRow>(sql`
    ${selectUser} where ${matching} order by u.created_at desc, u.id limit ${perPage} offset ${(page - 1) * perPage}`);
  return { users, total: counted[0]!.total };
};

export type NewUser = {
  id: string;
  email: string | null;
  passwordHash: string | null;
  userMetadata: Record<string, unknown>;
  appMetadata: Record<string, unknown>;
  isAnonymous?: boolean;
  now: string;
};

/** Adds an account with its email identity. A taken address raises a unique violation of users_email_key. */
export const insertUser = async (tx: Tx, user: NewUser): Promise<UserRow> => {
  await tx.query(sql`
    insert into auth.users (id, email, encrypted_password, raw_user_meta_data, raw_app_meta_data, is_anonymous, created_at, updated_at)
    values (${user.id}, ${user.email}, ${user.passwordHash}, ${JSON.stringify(user.userMetadata)}::jsonb,
      ${JSON.stringify(user.appMetadata)}::jsonb, ${user.isAnonymous ?? false}, ${user.now}::timestamptz, ${user.now}::timestamptz)`);
  if (user.email !== null) await putEmailIdentity(tx, user.id, user.email, false, user.now);
  return (await findUserById(tx, user.id))!;
};

/** Makes the email identity name the address, adding the identity where there is none. */
export const putEmailIdentity = async (tx: Tx, userId: string, email: string, verified: boolean, now: string) => {
  const data = JSON.stringify({ sub: userId, email, email_verified: verified, phone_verified: false });
  await tx.query(sql`
    insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
    values (${userId}, ${userId}, ${data}::jsonb, 'email', ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (provider_id, provider) do update set identity_data = ${data}::jsonb, updated_at = ${now}::timestamptz`);
};

/** Confirms the present address, once. */
export const confirmEmail = async (tx: Tx, user: { id: string; email: string | null }, now: string) => {
  await tx.query(sql`
    update auth.users set email_confirmed_at = coalesce(email_confirmed_at, ${now}::timestamptz), updated_at = ${now}::timestamptz where id = ${user.id}`);
  if (user.email !== null) await putEmailIdentity(tx, user.id, user.email, true, now);
};

export const setPasswordHash = (tx: Tx, userId: string, hash: string, now: string) =>
  tx.query(sql`update auth.users set encrypted_password = ${hash}, updated_at = ${now}::timestamptz where id = ${userId}`);

export const setMetadata = (tx: Tx, userId: string, user: Record<string, unknown>, app: Record<string, unknown>, now: string) =>
  tx.query(sql`
    update auth.users set raw_user_meta_data = ${JSON.stringify(user)}::jsonb, raw_app_meta_data = ${JSON.stringify(app)}::jsonb,
      updated_at = ${now}::timestamptz
    where id = ${userId}`);
