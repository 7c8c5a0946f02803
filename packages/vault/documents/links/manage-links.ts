import sql from 'sql-template-tag';
import type { DocumentLink } from '@docuvault/contract/links.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../../context.ts';
import { timedPage, type Page } from '../../http/timed-page.ts';
import { mustOwn } from '../own-documents.ts';
import { recordActivity } from '../record-activity.ts';
import { titlesOf } from '../titles-of.ts';
import { linkColumns, statusColumn, toLink, type LinkRow } from './give-links.ts';
import { linkMissing } from './links.errors.ts';

/** The caller's links, newest first: those of a document, or all of a kind. */
export const listLinks = ({ actor, deps }: UserContext, of: { documentId: string } | { kind: DocumentLink['kind'] }, page: Page) =>
  deps.db.asUser(actor, async (tx) => {
    if ('documentId' in of) await mustOwn(tx, actor.userId, of.documentId);
    const which = 'documentId' in of ? sql`l.id in (select i.link_id from public.document_link_items i where i.document_id = ${of.documentId})` : sql`l.kind = ${of.kind}`;
    const { items, nextCursor } = await timedPage<LinkRow, LinkRow>(tx, page, (after, limit) => sql`
      select ${linkColumns}, ${statusColumn(deps.clock.now())} from public.document_links l
      where l.user_id = ${actor.userId} and ${which} and ${after(sql`l.created_at`, sql`l.id`)} order by l.created_at desc, l.id desc limit ${limit}`, (row) => row);
    const titles = await titlesOf(tx, items.flatMap((row) => row.document_ids));
    return { items: items.map((row) => toLink(row, titles)), nextCursor };
  });

/** A link of the caller's, and of the document where one is named; 404 `link.not_found` for any other. */
const mustHave = async (tx: Tx, ctx: UserContext, linkId: string, documentId: string | null): Promise<LinkRow> => {
  if (documentId) await mustOwn(tx, ctx.actor.userId, documentId);
  const [row] = await tx.query<LinkRow>(sql`select ${linkColumns}, ${statusColumn(ctx.deps.clock.now())} from public.document_links l where l.id = ${linkId} and l.user_id = ${ctx.actor.userId}`);
  if (!row || (documentId ? !row.document_ids.includes(documentId.toLowerCase()) : row.kind !== 'request')) throw linkMissing();
  return row;
};

export const getLink = (ctx: UserContext, linkId: string, documentId: string | null): Promise<DocumentLink> =>
  ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const row = await mustHave(tx, ctx, linkId, documentId);
    return toLink(row, await titlesOf(tx, row.document_ids));
  });

/** Takes a link back: whoever has it open is shut out with the next call. */
export const revokeLink = (ctx: UserContext, linkId: string, documentId: string | null): Promise<void> =>
  ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const row = await mustHave(tx, ctx, linkId, documentId);
    const now = ctx.deps.clock.now();
    await tx.query(sql`update public.document_links set revoked_at = coalesce(revoked_at, ${now}) where id = ${linkId}`);
    await recordActivity(tx, { actorId: ctx.actor.userId, documentIds: row.document_ids, action: 'link_revoked', details: { linkId }, now });
  });

type VisitRow = { id: string; outcome: string; document_id: string | null; viewer_name: string | null; address: string | null; user_agent: string | null; created_at: Date; at: string };

/** Who used a link, from where, and for what, newest first. */
export const listVisits = (ctx: UserContext, linkId: string, documentId: string | null, page: Page) =>
  ctx.deps.db.asUser(ctx.actor, async (tx) => {
    await mustHave(tx, ctx, linkId, documentId);
    return timedPage<VisitRow, unknown>(tx, page, (after, limit) => sql`
      select v.id, v.outcome, v.document_id, v.viewer_name, v.address, v.user_agent, v.created_at, v.created_at::text as at from public.document_link_visits v
      where v.link_id = ${linkId} and v.user_id = ${ctx.actor.userId} and ${after(sql`v.created_at`, sql`v.id`)} order by v.created_at desc, v.id desc limit ${limit}`,
    (row) => ({
      id: row.id, outcome: row.outcome, documentId: row.document_id, viewerName: row.viewer_name, address: row.address, userAgent: row.user_agent, createdAt: row.created_at.toISOString(),
    }));
  });
