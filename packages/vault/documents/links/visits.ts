import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../../context.ts';
import { hashToken, newToken } from './link-tokens.ts';
import { linkLocked, linkMissing, linkOver, nameNeeded, passwordNeeded, passwordWrong, visitOver } from './links.errors.ts';

/** Who stands before the door: nobody known. */
export type Visitor = { address: string; userAgent: string };

export type OpenLink = {
  id: string; user_id: string; kind: 'share' | 'request'; label: string | null; message: string | null; password_hash: string | null; permission: 'view' | 'download'; watermark: boolean;
  max_uses: number | null; uses: number; failed_attempts: number; locked_until: Date | null; expires_at: Date; revoked_at: Date | null; folder_id: string | null; person: string | null;
  owner_name: string | null;
};
export type Visit = { link: OpenLink; viewerName: string | null };

const visitMs = 60 * 60_000;
/** So many wrong passwords close a link for a quarter of an hour, for everybody. */
const mostGuesses = 5;
const lockedMs = 15 * 60_000;

const findLink = async (tx: Tx, token: string, lock = false): Promise<OpenLink> => {
  const [row] = await tx.query<OpenLink>(sql`
    select l.*, u.full_name as owner_name from public.document_links l join public.users u on u.id = l.user_id
    where l.token_hash = ${hashToken(token)} ${lock ? sql`for update of l` : sql``}`);
  if (!row) throw linkMissing();
  return row;
};

const mustStand = (link: OpenLink, now: Date): void => {
  if (link.revoked_at) throw linkOver('revoked');
  if (link.expires_at <= now) throw linkOver('expired');
};

type Note = { outcome: string; viewerName?: string | null; documentId?: string | null; session?: string; until?: Date };

const note = (tx: Tx, link: OpenLink, visitor: Visitor, entry: Note, now: Date) =>
  tx.query(sql`
    insert into public.document_link_visits (id, link_id, user_id, outcome, document_id, viewer_name, address, user_agent, session_hash, session_until, created_at)
    values (${uuidv7()}, ${link.id}, ${link.user_id}, ${entry.outcome}, ${entry.documentId ?? null}, ${entry.viewerName ?? null}, ${visitor.address.slice(0, 100)},
      ${visitor.userAgent.slice(0, 300)}, ${entry.session ? hashToken(entry.session) : null}, ${entry.until ?? null}, ${now})`);

/** A link that stands, by what opens it; 404 `link.not_found`, `link.revoked`, `link.expired` or `link.used_up`. */
export const lookAtLink = (deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<OpenLink & { documents: number }> =>
  deps.db.asService('look at a public link', async (tx) => {
    const link = await findLink(tx, token);
    mustStand(link, deps.clock.now());
    if (link.max_uses !== null && link.uses >= link.max_uses) throw linkOver('used_up');
    const [row] = await tx.query<{ n: number }>(sql`
      select count(*) as n from public.document_link_items i join public.documents d on d.id = i.document_id where i.link_id = ${link.id} and d.deleted_at is null`);
    return { ...link, documents: row?.n ?? 0 };
  });

/** A guess is counted before it is tried, so that many at once are no way round the limit. */
const takeGuess = (deps: Pick<Deps, 'db' | 'clock'>, token: string, visitor: Visitor): Promise<{ link: OpenLink; left: number }> =>
  deps.db.asService('try a public link\'s password', async (tx) => {
    const now = deps.clock.now();
    const link = await findLink(tx, token, true);
    mustStand(link, now);
    if (link.locked_until && link.locked_until > now) {
      await note(tx, link, visitor, { outcome: 'locked' }, now);
      return { link, left: 0 };
    }
    const failed = link.failed_attempts + 1;
    const lockedUntil = failed >= mostGuesses ? new Date(now.getTime() + lockedMs) : null;
    await tx.query(sql`update public.document_links set failed_attempts = ${lockedUntil ? 0 : failed}, locked_until = ${lockedUntil} where id = ${link.id}`);
    return { link, left: mostGuesses - failed };
  });

const checkPassword = async (deps: Pick<Deps, 'db' | 'clock' | 'passwords'>, token: string, password: string | undefined, visitor: Visitor): Promise<void> => {
  if (password === undefined || password === '') throw passwordNeeded();
  const { link, left } = await takeGuess(deps, token, visitor);
  const now = deps.clock.now();
  if (link.locked_until && link.locked_until > now) throw linkLocked((link.locked_until.getTime() - now.getTime()) / 1000);
  if (await deps.passwords.matches(link.password_hash, password)) return;
  await deps.db.asService('note a wrong password of a public link', (tx) => note(tx, link, visitor, { outcome: 'wrong_password' }, now));
  throw passwordWrong(left);
};

/** Opens a link: checks its password and takes one of its uses. What is answered as `access` lets the visitor in for an hour. */
export const openLink = async (
  deps: Pick<Deps, 'db' | 'clock' | 'passwords'>, token: string, input: { password?: string | undefined; name?: string | undefined }, visitor: Visitor,
): Promise<{ link: OpenLink; access: string; until: Date }> => {
  const seen = await lookAtLink(deps, token);
  if (seen.watermark && !input.name) throw nameNeeded();
  if (seen.password_hash) await checkPassword(deps, token, input.password, visitor);
  const access = newToken();
  const now = deps.clock.now();
  const until = new Date(Math.min(now.getTime() + visitMs, seen.expires_at.getTime()));
  const link = await deps.db.asService('open a public link', async (tx) => {
    const link = await findLink(tx, token, true);
    mustStand(link, now);
    // Of a share link each opening is a use; of a request link each file is.
    if (link.max_uses !== null && link.uses >= link.max_uses) throw linkOver('used_up');
    await tx.query(sql`
      update public.document_links set failed_attempts = 0, locked_until = null, uses = uses + ${link.kind === 'share' ? 1 : 0}::integer where id = ${link.id}`);
    await note(tx, link, visitor, { outcome: 'opened', viewerName: input.name || null, session: access, until }, now);
    return link;
  });
  return { link, access, until };
};

/** The visit that `access` stands for, while the link stands; 403 `link.visit_over` else. */
export const resumeVisit = (deps: Pick<Deps, 'db' | 'clock'>, token: string, access: string): Promise<Visit> =>
  deps.db.asService('go on with a visit of a public link', async (tx) => {
    const link = await findLink(tx, token);
    const now = deps.clock.now();
    mustStand(link, now);
    const [visit] = await tx.query<{ viewer_name: string | null }>(sql`
      select v.viewer_name from public.document_link_visits v where v.link_id = ${link.id} and v.session_hash = ${hashToken(access)} and v.session_until > ${now}`);
    if (!visit) throw visitOver();
    return { link, viewerName: visit.viewer_name };
  });

/** Writes into the link's log what a visitor did. */
export const noteVisit = (deps: Pick<Deps, 'db' | 'clock'>, visit: Visit, visitor: Visitor, outcome: 'viewed' | 'downloaded' | 'uploaded', documentId: string): Promise<unknown> =>
  deps.db.asService('note a visit of a public link', (tx) => note(tx, visit.link, visitor, { outcome, documentId, viewerName: visit.viewerName }, deps.clock.now()));

/** Takes one use of a request link; 404 `link.used_up` when none is left. */
export const takeUse = (deps: Pick<Deps, 'db'>, link: OpenLink): Promise<void> =>
  deps.db.asService('take a use of a public link', async (tx) => {
    const taken = await tx.query(sql`
      update public.document_links set uses = uses + 1 where id = ${link.id} and revoked_at is null and (max_uses is null or uses < max_uses) returning 1 as one`);
    if (taken.length === 0) throw linkOver('used_up');
  });

/** Gives back the use of an upload that was refused. */
export const giveUseBack = async (deps: Pick<Deps, 'db'>, link: OpenLink): Promise<void> => {
  await deps.db.asService('give a use of a public link back', (tx) => tx.query(sql`update public.document_links set uses = greatest(0, uses - 1) where id = ${link.id}`));
};
