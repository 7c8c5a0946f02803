import { randomInt } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Child, ChildInput } from '@docuvault/contract/children.ts';
import { AccountRefused, type AccountAdmin } from '@docuvault/core/account-admin.ts';
import { AppError, conflict, notFound, unavailable } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { asMember } from './as-member.ts';

/** No mail can go there (RFC 2606); the auth server wants a name of this form. */
export const childDomain = 'child.invalid';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A name to sign in by that nobody has yet: of the child's own, and five letters by chance. */
const signInName = (name: string): string => {
  const own = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '').slice(0, 20) || 'child';
  return `${own}-${Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')}@${childDomain}`;
};

/** What the auth server refused, as the wire says it. */
export const asAccountRefusal = (error: unknown): unknown => {
  if (!(error instanceof AccountRefused)) return error;
  if (error.why === 'taken') return conflict('child.address_taken', 'This address has an account already.');
  if (error.why === 'weak') return new AppError(422, 'child.weak_password', 'This password is too easy to guess.');
  return error.why === 'missing' ? notFound('child') : unavailable('child.auth_unavailable', 'The server of accounts does not answer.');
};

const orRefusal = <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => { throw asAccountRefusal(error); });

type ChildRow = { user_id: string; sign_in_name: string; full_name: string | null; person: string | null; created_at: Date; handover_email: string | null; handover_expires_at: Date | null };

const toChild = (row: ChildRow): Child => ({
  userId: row.user_id, name: row.full_name, person: row.person, signInName: row.sign_in_name, createdAt: row.created_at.toISOString(),
  offeredTo: row.handover_email, offerExpiresAt: row.handover_expires_at?.toISOString() ?? null,
});

/** The children of a vault whose accounts were made here and are not handed over, for those who run it. */
export const listChildren = (ctx: UserContext, vaultId: string): Promise<{ items: Child[]; nextCursor: null }> =>
  asMember(ctx, async (tx) => ({ items: (await tx.query<ChildRow>(sql`select c.* from private.children_of(${vaultId}::uuid) c`)).map(toChild), nextCursor: null }));

/**
 * Makes an account for a child, as an owner or admin, and takes it into the vault. The account is made outside of the
 * transaction and taken back when the vault does not take it. 503 `child.not_configured` where no auth server is known.
 */
export const addChild = async (ctx: UserContext, accounts: AccountAdmin, vaultId: string, input: ChildInput): Promise<Child> => {
  await asMember(ctx, (tx) => tx.query(sql`select private.may_add_child(${vaultId}::uuid)`));
  const { id } = await orRefusal(accounts.create({
    email: signInName(input.name), password: input.password, fullName: input.name, marks: { child_of: vaultId, made_by: ctx.actor.userId },
  }));
  try {
    return await asMember(ctx, async (tx) => {
      await tx.query(sql`select private.adopt_child(${vaultId}::uuid, ${id}::uuid, ${input.person ?? input.name}, ${input.shareEverything})`);
      const rows = await tx.query<ChildRow>(sql`select c.* from private.children_of(${vaultId}::uuid) c where c.user_id = ${id}`);
      return toChild(rows[0]!);
    });
  } catch (error) {
    await accounts.remove(id).catch(() => undefined);
    throw error;
  }
};

/** Gives a child a new password, which ends the child's sessions. */
export const resetChildPassword = async (ctx: UserContext, accounts: AccountAdmin, vaultId: string, childId: string, password: string): Promise<void> => {
  await asMember(ctx, (tx) => tx.query(sql`select private.must_look_after(${vaultId}::uuid, ${childId}::uuid)`));
  await orRefusal(accounts.change(childId, { password }));
  await asMember(ctx, (tx) => tx.query(sql`select private.note_child_password(${vaultId}::uuid, ${childId}::uuid)`));
};
