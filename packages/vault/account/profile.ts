import sql, { join, type Sql } from 'sql-template-tag';
import type { Profile, ProfilePatch } from '@docuvault/contract/account.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { avatarNotYours, timeZoneUnknown } from './account.errors.ts';

type Row = Omit<Profile, 'createdAt' | 'updatedAt' | 'eraseAfter' | 'storageUsed' | 'storageLimit'> & { storageUsed: string | number; storageLimit: string | number; eraseAfter: Date | null; createdAt: Date; updatedAt: Date };

const find = async (tx: Tx, userId: string): Promise<Profile> => {
  const [row] = await tx.query<Row>(sql`
    select u.id, u.email, u.full_name as "fullName", u.avatar_path as "avatarPath", u.locale, u.time_zone as "timeZone", u.country,
      u.subscription_tier as tier, u.storage_used as "storageUsed", u.storage_limit as "storageLimit", u.created_at as "createdAt", u.updated_at as "updatedAt",
      (select e.erase_after from public.account_deletions e where e.user_id = u.id) as "eraseAfter"
    from public.users u where u.id = ${userId}`);
  if (!row) throw notFound('profile');
  return { ...row, storageUsed: Number(row.storageUsed), storageLimit: Number(row.storageLimit), eraseAfter: row.eraseAfter?.toISOString() ?? null, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const isOwnPath = (path: string, userId: string): boolean => path.startsWith(`${userId}/`) && !path.split('/').some((part) => part === '' || part === '.' || part === '..');

/** The caller's account. */
export const readProfile = ({ actor, deps }: UserContext): Promise<Profile> => deps.db.asUser(actor, (tx) => find(tx, actor.userId));

/** Changes what is named of the caller's account, and nothing else. */
export const changeProfile = ({ actor, deps }: UserContext, patch: ProfilePatch): Promise<Profile> => {
  if (patch.avatarPath && !isOwnPath(patch.avatarPath, actor.userId)) throw avatarNotYours();
  if (patch.timeZone !== undefined && !isTimeZone(patch.timeZone)) throw timeZoneUnknown(patch.timeZone);
  const changes: Sql[] = [];
  if (patch.fullName !== undefined) changes.push(sql`full_name = ${patch.fullName || null}::text`);
  if (patch.avatarPath !== undefined) changes.push(sql`avatar_path = ${patch.avatarPath}::text`);
  if (patch.locale !== undefined) changes.push(sql`locale = ${patch.locale}`);
  if (patch.timeZone !== undefined) changes.push(sql`time_zone = ${patch.timeZone}`);
  if (patch.country !== undefined) changes.push(sql`country = ${patch.country}::text`);
  return deps.db.asUser(actor, async (tx) => {
    if (changes.length > 0) await tx.query(sql`update public.users set ${join(changes)} where id = ${actor.userId}`);
    return find(tx, actor.userId);
  });
};
