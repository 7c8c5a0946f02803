import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { EmergencyRequest } from '@docuvault/contract/emergency.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { notify, type Notice } from '../notifications/notify.ts';
import { asMember } from './as-member.ts';
import { requestColumns, toRequest, type RequestRow } from './emergency.repository.ts';
import { contactMissing, whoseEmergency } from './family-vault.errors.ts';
import { nameOf, peopleOf } from './people.ts';
import { timedPage, type Page } from '../http/timed-page.ts';
import { getVault } from './vaults.ts';

const getRequest = async (tx: Tx, vaultId: string, id: string): Promise<EmergencyRequest> => {
  const [row] = await tx.query<RequestRow>(sql`select ${requestColumns} from public.emergency_requests r where r.id = ${id} and r.vault_id = ${vaultId}`);
  if (!row) throw notFound('emergency_request');
  return toRequest(row);
};

/** The requests that the caller has made or been made in a vault, newest first. */
export const listRequests = (ctx: UserContext, vaultId: string, page: Page) =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    return timedPage<RequestRow, EmergencyRequest>(tx, page, (after, limit) => sql`
      select ${requestColumns} from public.emergency_requests r where r.vault_id = ${vaultId} and ${after(sql`r.requested_at`, sql`r.id`)}
      order by r.requested_at desc, r.id desc limit ${limit}`, toRequest);
  });

/** Whose contact the caller is; without `ownerId` there must be one person only (the vault's owner where that is among several). */
const whose = async (tx: Tx, vaultId: string, me: string, ownerId: string | undefined): Promise<string> => {
  if (ownerId) return ownerId.toLowerCase();
  const rows = await tx.query<{ user_id: string; runs: boolean }>(sql`
    select c.user_id, m.role = 'owner' as runs from public.emergency_contacts c join public.family_members m on m.vault_id = c.vault_id and m.user_id = c.user_id
    where c.vault_id = ${vaultId} and c.contact_id = ${me}`);
  const owners = rows.filter((row) => row.runs);
  const [only] = rows.length === 1 ? rows : owners.length === 1 ? owners : [];
  if (rows.length === 0) throw contactMissing();
  if (!only) throw whoseEmergency(rows.map((row) => row.user_id));
  return only.user_id;
};

const days = (hours: number): string => (hours % 24 === 0 ? `${hours / 24} ${hours === 24 ? 'day' : 'days'}` : `${hours} hours`);

const daysInHindi = (hours: number): string => (hours % 24 === 0 ? `${hours / 24} दिन` : `${hours} घंटे`);

/**
 * Asks for what somebody releases in an emergency, as one of their contacts. The person and their other contacts are told
 * at once; access opens when the person approves, or when the contact's wait has run out and they have not denied.
 */
export const requestEmergency = (ctx: UserContext, vaultId: string, input: { ownerId?: string | undefined; reason?: string | undefined }): Promise<EmergencyRequest> =>
  asMember(ctx, async (tx) => {
    const { name } = await getVault(tx, vaultId);
    const { userId: me } = ctx.actor;
    const ownerId = await whose(tx, vaultId, me, input.ownerId);
    const id = uuidv7();
    await tx.query(sql`select private.request_emergency(${vaultId}::uuid, ${id}::uuid, ${ownerId}::uuid, ${input.reason || null}::text)`);
    const made = await getRequest(tx, vaultId, id);
    const people = await peopleOf(tx, vaultId);
    const others = await tx.query<{ contact_id: string }>(sql`select o.contact_id from private.fellow_contacts(${vaultId}::uuid, ${ownerId}::uuid) o (contact_id)`);
    const data = { vaultId, requestId: id, ownerId, contactId: me, grantsAt: made.grantsAt };
    const notices: Notice[] = [
      {
        userId: ownerId, kind: 'emergency.requested', title: `${nameOf(people, me)} asks for emergency access to your documents`,
        body: `It is granted in ${days(made.waitHours)} unless you deny it.${made.reason ? ` Reason given: ${made.reason}` : ''}`, data,
        inHindi: {
          title: `${nameOf(people, me)} आपके दस्तावेज़ों तक आपात पहुँच माँगते हैं`,
          body: `${daysInHindi(made.waitHours)} में मिल जाएगी, यदि आप मना न करें।${made.reason ? ` कारण: ${made.reason}` : ''}`,
        }, dedupeKey: `emergency.requested:${id}`,
      },
      ...others.map(({ contact_id }) => ({
        userId: contact_id, kind: 'emergency.requested', title: `${nameOf(people, me)} asks for emergency access to what ${nameOf(people, ownerId)} released in “${name}”`,
        inHindi: { title: `${nameOf(people, me)} वह माँगते हैं जो ${nameOf(people, ownerId)} ने “${name}” में आपात स्थिति के लिए छोड़ा है` },
        data, dedupeKey: `emergency.requested:${id}`,
      })),
    ];
    await notify(tx, notices, ctx.deps.clock.now());
    return made;
  });

const told = { approve: 'emergency.approved', deny: 'emergency.denied', cancel: 'emergency.cancelled' } as const;

/** Approves or denies a request, as the person; denying one that was granted ends the access. Or cancels it, as the contact who made it. */
export const answerEmergency = (ctx: UserContext, vaultId: string, requestId: string, answer: 'approve' | 'deny' | 'cancel'): Promise<EmergencyRequest> =>
  asMember(ctx, async (tx) => {
    await tx.query(sql`select private.answer_emergency(${vaultId}::uuid, ${requestId}::uuid, ${answer})`);
    const made = await getRequest(tx, vaultId, requestId);
    const people = await peopleOf(tx, vaultId);
    const owner = nameOf(people, made.ownerId);
    const title = {
      approve: `${owner} has granted you emergency access`,
      deny: made.status === 'ended' ? `${owner} has ended your emergency access` : `${owner} has denied your emergency request`,
      cancel: `${nameOf(people, made.contactId)} has cancelled the emergency request`,
    }[answer];
    const inHindi = {
      approve: `${owner} ने आपको आपात पहुँच दी है`,
      deny: made.status === 'ended' ? `${owner} ने आपकी आपात पहुँच बंद की है` : `${owner} ने आपका आपात अनुरोध मना किया है`,
      cancel: `${nameOf(people, made.contactId)} ने आपात अनुरोध वापस लिया है`,
    }[answer];
    await notify(tx, [{
      userId: answer === 'cancel' ? made.ownerId : made.contactId, kind: made.status === 'ended' ? 'emergency.ended' : told[answer], title, inHindi: { title: inHindi },
      data: { vaultId, requestId, ownerId: made.ownerId }, dedupeKey: `emergency.${made.status}:${requestId}`,
    }], ctx.deps.clock.now());
    return made;
  });
