import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { FamilyShare, ShareInput } from '@docuvault/contract/family.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { folderMissing, ownerOnly } from '../documents/documents.errors.ts';
import { mustOwn } from '../documents/own-documents.ts';
import { recordActivity } from '../documents/record-activity.ts';
import { titlesOf } from '../documents/titles-of.ts';
import { notify } from '../notifications/notify.ts';
import { asMember } from './as-member.ts';
import { memberMissing, notWithYourself, roleForbidden, shareInvalid, shareMissing } from './family-vault.errors.ts';
import { nameOf, peopleOf } from './people.ts';
import { timedPage, type Page } from '../http/timed-page.ts';
import { getVault } from './vaults.ts';

type ShareRow = {
  id: string; user_id: string; member_id: string | null; document_id: string | null; folder_id: string | null; everything: boolean;
  permission: FamilyShare['permission']; release: FamilyShare['release']; created_at: Date; at: string;
};

const columns = sql`s.id, s.user_id, s.member_id, s.document_id, s.folder_id, s.everything, s.permission, s.release, s.created_at, s.created_at::text as at`;
const toShare = (row: ShareRow, name: string | null): FamilyShare => ({
  id: row.id, ownerId: row.user_id, memberId: row.member_id, documentId: row.document_id, folderId: row.folder_id, everything: row.everything, name,
  permission: row.permission, release: row.release, createdAt: row.created_at.toISOString(),
});

/** How what is shared is called, as far as the transaction's person sees it. */
const namesOf = async (tx: Tx, rows: readonly ShareRow[]): Promise<(row: ShareRow) => string | null> => {
  const folderIds = rows.flatMap(({ folder_id: id }) => (id ? [id] : []));
  const folders = folderIds.length === 0 ? [] : await tx.query<{ id: string; name: string }>(sql`select f.id, f.name from public.folders f where f.id = any(${folderIds}::uuid[])`);
  const names = new Map([...(await titlesOf(tx, rows.flatMap(({ document_id: id }) => (id ? [id] : [])))), ...folders.map(({ id, name }) => [id, name] as const)]);
  return (row) => names.get(row.document_id ?? row.folder_id ?? '') ?? null;
};

/** What the caller shares in a vault, and what is shared with them there, newest first. */
export const listShares = (ctx: UserContext, vaultId: string, query: Page & { documentId?: string | undefined; folderId?: string | undefined; memberId?: string | undefined }) =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const { items, nextCursor } = await timedPage<ShareRow, ShareRow>(tx, query, (after, limit) => sql`
      select ${columns} from public.family_shares s where s.vault_id = ${vaultId} and ${after(sql`s.created_at`, sql`s.id`)}
        and (${query.documentId ?? null}::uuid is null or s.document_id = ${query.documentId ?? null}::uuid)
        and (${query.folderId ?? null}::uuid is null or s.folder_id = ${query.folderId ?? null}::uuid)
        and (${query.memberId ?? null}::uuid is null or s.member_id = ${query.memberId ?? null}::uuid)
      order by s.created_at desc, s.id desc limit ${limit}`, (row) => row);
    const names = await namesOf(tx, items);
    return { items: items.map((row) => toShare(row, names(row))), nextCursor };
  });

/** The thing is the caller's own: what others have is 404, what others share with the caller 403. */
const mustBeOwn = async (tx: Tx, userId: string, input: ShareInput): Promise<void> => {
  if (input.documentId) await mustOwn(tx, userId, input.documentId);
  if (!input.folderId) return;
  const [folder] = await tx.query<{ user_id: string }>(sql`select f.user_id from public.folders f where f.id = ${input.folderId}`);
  if (!folder) throw folderMissing();
  if (folder.user_id !== userId) throw ownerOnly('folder');
};

const put = async (tx: Tx, vaultId: string, userId: string, input: ShareInput, now: Date): Promise<FamilyShare> => {
  // The key's nobody and nothing are written out: a parameter in their place would name no index.
  const [row] = await tx.query<ShareRow>(sql`
    insert into public.family_shares as s (id, vault_id, user_id, member_id, document_id, folder_id, everything, permission, release, created_at)
    values (${uuidv7()}, ${vaultId}, ${userId}, ${input.memberId ?? null}, ${input.documentId ?? null}, ${input.folderId ?? null}, ${input.everything ?? false},
      ${input.permission}, ${input.release}, ${now})
    on conflict (vault_id, user_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000'), coalesce(document_id, '00000000-0000-0000-0000-000000000000'), coalesce(folder_id, '00000000-0000-0000-0000-000000000000'))
    do update set permission = excluded.permission, release = excluded.release
    returning ${columns}`);
  return toShare(row!, (await namesOf(tx, [row!]))(row!));
};

const tell = async (tx: Tx, ctx: UserContext, vaultId: string, share: FamilyShare): Promise<void> => {
  const { userId } = ctx.actor;
  const people = await peopleOf(tx, vaultId);
  const given = share.memberId ? [share.memberId] : people.map((person) => person.userId);
  const details = { shareId: share.id, documentId: share.documentId, folderId: share.folderId, everything: share.everything, memberId: share.memberId, permission: share.permission, release: share.release };
  const audience = share.release === 'now' ? [...new Set([userId, ...given])] : [userId];
  await tx.query(sql`select private.log_family(${vaultId}::uuid, 'share.given', ${JSON.stringify(details)}::jsonb, ${audience}::uuid[])`);
  const now = ctx.deps.clock.now();
  if (share.documentId) await recordActivity(tx, { actorId: userId, documentIds: [share.documentId], action: 'shared', details: { ...details, vaultId }, now });
  if (share.release !== 'now') return;
  const what = share.documentId ? 'a document' : share.folderId ? 'a folder' : 'all documents';
  const inHindi = share.documentId ? 'एक दस्तावेज़' : share.folderId ? 'एक फ़ोल्डर' : 'सभी दस्तावेज़';
  await notify(tx, given.filter((one) => one !== userId).map((one) => ({
    userId: one, kind: 'family.shared', title: `${nameOf(people, userId)} shares ${what} with you`, inHindi: { title: `${nameOf(people, userId)} ने आपके साथ ${inHindi} साझा किया` },
    data: { vaultId, shareId: share.id, documentId: share.documentId, folderId: share.folderId }, dedupeKey: `family.shared:${share.id}`,
  })), now);
};

/** Shares something of the caller's with a member or all members of a vault. Sharing the same again changes the share. */
export const share = (ctx: UserContext, vaultId: string, input: ShareInput): Promise<FamilyShare> => {
  const things = [input.documentId, input.folderId, input.everything].filter((one) => one !== undefined);
  if (things.length !== 1) throw shareInvalid('Share exactly one of documentId, folderId and everything.');
  if (input.memberId?.toLowerCase() === ctx.actor.userId) throw notWithYourself();
  return asMember(ctx, async (tx) => {
    const { role } = await getVault(tx, vaultId);
    await mustBeOwn(tx, ctx.actor.userId, input);
    if (input.memberId && !(await peopleOf(tx, vaultId)).some(({ userId }) => userId === input.memberId!.toLowerCase())) throw memberMissing();
    if (role === 'viewer' || role === 'child') throw roleForbidden();
    const made = await put(tx, vaultId, ctx.actor.userId, input, ctx.deps.clock.now());
    await tell(tx, ctx, vaultId, made);
    return made;
  });
};

/** Ends a share: whoever gave it, or the member it names. */
export const endShare = (ctx: UserContext, vaultId: string, shareId: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    const { role } = await getVault(tx, vaultId);
    const { userId } = ctx.actor;
    const [found] = await tx.query<ShareRow>(sql`select ${columns} from public.family_shares s where s.id = ${shareId} and s.vault_id = ${vaultId}`);
    if (!found) throw shareMissing();
    if ((found.user_id === userId && role === 'child') || (found.user_id !== userId && found.member_id !== userId)) throw roleForbidden();
    if (found.document_id) {
      await recordActivity(tx, { actorId: userId, documentIds: [found.document_id], action: 'unshared', details: { vaultId, shareId, memberId: found.member_id }, now: ctx.deps.clock.now() });
    }
    await tx.query(sql`delete from public.family_shares where id = ${shareId}`);
    await tx.query(sql`select private.log_family(${vaultId}::uuid, 'share.ended', ${JSON.stringify({ shareId, documentId: found.document_id, folderId: found.folder_id, memberId: found.member_id })}::jsonb,
      ${found.member_id ? [found.user_id, found.member_id] : [found.user_id]}::uuid[])`);
  });

type SeenRow = { document_id: string; title: string; document_type: string; permission: string; release: string };

/** Which of the caller's own documents another member sees, now or in an emergency: "view as". */
export const seenBy = (ctx: UserContext, vaultId: string, memberId: string) =>
  asMember(ctx, async (tx) => {
    const rows = await tx.query<SeenRow>(sql`select s.* from private.my_documents_seen_by(${vaultId}::uuid, ${memberId}::uuid) s limit 2000`);
    return {
      items: rows.map((row) => ({ documentId: row.document_id, title: row.title, documentType: row.document_type, permission: row.permission, release: row.release })),
      nextCursor: null,
    };
  });

