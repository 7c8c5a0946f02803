import sql from 'sql-template-tag';
import type { AccountAdmin } from '@docuvault/core/account-admin.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Mailer } from '@docuvault/core/mailer.ts';
import type { Deps, UserContext } from '../context.ts';
import { asMember } from './as-member.ts';
import { asAccountRefusal } from './children.ts';
import { hashToken, newToken } from './invitations.ts';

const validMs = 7 * 24 * 60 * 60_000;

const offerMail = (to: string, link: string) => ({
  to, subject: 'An account in your family’s vault is yours now',
  text: ['Your family has kept documents for you, and hands the account over to you.', '', 'To take it, choose a password here within a week:', '', link, '', 'If you know of no such thing, do nothing.', ''].join('\n'),
});

/**
 * Offers a child's account to an address. Whoever reads mail there takes it with the token of the mail; where this vault
 * sends no mail, the token is given back, to be passed on. An earlier offer ends.
 */
export const offerChild = async (
  ctx: UserContext, outside: { mailer: Mailer | null; page: string }, vaultId: string, childId: string, email: string,
): Promise<{ mailed: boolean; token: string | null; expiresAt: string }> => {
  const token = newToken();
  const expiresAt = new Date(ctx.deps.clock.now().getTime() + validMs);
  await asMember(ctx, (tx) => tx.query(sql`select private.offer_child(${vaultId}::uuid, ${childId}::uuid, ${email}, ${hashToken(token)}, ${expiresAt}::timestamptz)`));
  if (outside.mailer === null) return { mailed: false, token, expiresAt: expiresAt.toISOString() };
  await outside.mailer.send(offerMail(email, `${outside.page}#${token}`));
  return { mailed: true, token: null, expiresAt: expiresAt.toISOString() };
};

type Offer = { user_id: string; vault_id: string | null; handover_email: string };

/**
 * Takes an offered account over: its address becomes the one that the offer went to, its password the one given, and
 * nobody looks after it any more. A token that is guessed, used, replaced or too old is 404 `child.not_found`.
 */
export const claimChild = async (deps: Pick<Deps, 'db' | 'clock'>, accounts: AccountAdmin, token: string, password: string): Promise<{ userId: string; email: string }> => {
  const hash = hashToken(token);
  const now = deps.clock.now();
  const [offer] = await deps.db.asService('an offered account', (tx) => tx.query<Offer>(sql`
    select c.user_id, c.vault_id, c.handover_email from private.child_accounts c
    where c.handover_token_hash = ${hash} and c.handover_expires_at > ${now} and c.handed_over_at is null`));
  if (!offer) throw notFound('child');
  await accounts.change(offer.user_id, { email: offer.handover_email, password }).catch((error: unknown) => { throw asAccountRefusal(error); });
  await deps.db.asService('an account is handed over', async (tx) => {
    await tx.query(sql`
      update private.child_accounts c set handed_over_at = ${now}, handover_token_hash = null where c.user_id = ${offer.user_id} and c.handover_token_hash = ${hash}`);
    await tx.query(sql`select private.log_family(${offer.vault_id}::uuid, 'child.handed_over', ${JSON.stringify({ userId: offer.user_id })}::jsonb, null) where ${offer.vault_id}::uuid is not null`);
  });
  return { userId: offer.user_id, email: offer.handover_email };
};
