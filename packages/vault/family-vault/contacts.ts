import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { EmergencyContact } from '@docuvault/contract/emergency.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { asMember } from './as-member.ts';
import { contactMissing, contactUnsuitable, memberMissing, roleForbidden } from './family-vault.errors.ts';
import { nameOf, peopleOf } from './people.ts';
import { getVault } from './vaults.ts';

type ContactRow = { id: string; contact_id: string; wait_hours: number; position: number; created_at: Date };
const columns = sql`c.id, c.contact_id, c.wait_hours, c.position, c.created_at`;
const toContact = (row: ContactRow): EmergencyContact => ({
  id: row.id, userId: row.contact_id, waitHours: row.wait_hours, order: row.position, createdAt: row.created_at.toISOString(),
});

/** Two people at least should be able to help: one may be travelling, or in the same accident. */
const advised = 2;
export const suggestedContacts = (contacts: readonly unknown[]): number => Math.max(0, advised - contacts.length);

/** The contacts that the person has named in a vault, in order. */
export const contactsOf = async (tx: Tx, vaultId: string, userId: string): Promise<EmergencyContact[]> => {
  const rows = await tx.query<ContactRow>(sql`
    select ${columns} from public.emergency_contacts c where c.vault_id = ${vaultId} and c.user_id = ${userId} order by c.position, c.created_at, c.id`);
  return rows.map(toContact);
};

/** The caller's own contacts in a vault. */
export const listContacts = (ctx: UserContext, vaultId: string) =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const items = await contactsOf(tx, vaultId, ctx.actor.userId);
    return { items, nextCursor: null, suggested: suggestedContacts(items) };
  });

/** Names a member as the caller's emergency contact, or changes the wait and the order of one. A longer or shorter wait counts for requests from then on. */
export const nameContact = (ctx: UserContext, vaultId: string, input: { userId: string; waitHours: number; order?: number | undefined }): Promise<EmergencyContact> =>
  asMember(ctx, async (tx) => {
    const { role, name } = await getVault(tx, vaultId);
    const { userId: me } = ctx.actor;
    const people = await peopleOf(tx, vaultId);
    const contact = people.find(({ userId }) => userId === input.userId.toLowerCase());
    if (!contact) throw memberMissing();
    if (role === 'child') throw roleForbidden();
    if (contact.userId === me || contact.role === 'child') throw contactUnsuitable();
    const [row] = await tx.query<ContactRow>(sql`
      insert into public.emergency_contacts as c (id, vault_id, user_id, contact_id, wait_hours, position)
      values (${uuidv7()}, ${vaultId}, ${me}, ${contact.userId}, ${input.waitHours},
        coalesce(${input.order ?? null}::integer, least(50, (select count(*) + 1 from public.emergency_contacts o where o.vault_id = ${vaultId} and o.user_id = ${me}))))
      on conflict (vault_id, user_id, contact_id) do update set wait_hours = excluded.wait_hours, position = coalesce(${input.order ?? null}::integer, c.position)
      returning ${columns}`);
    const made = toContact(row!);
    await tx.query(sql`select private.log_family(${vaultId}::uuid, 'contact.named', ${JSON.stringify({ userId: contact.userId, waitHours: made.waitHours, order: made.order })}::jsonb, ${[me, contact.userId]}::uuid[])`);
    await notify(tx, [{
      userId: contact.userId, kind: 'emergency.contact_named', title: `${nameOf(people, me)} trusts you as an emergency contact`,
      body: `In an emergency you can ask for what ${nameOf(people, me)} has released to you in “${name}”.`,
      inHindi: { title: `${nameOf(people, me)} ने आपको आपात संपर्क चुना है`, body: `आपात स्थिति में आप वह माँग सकते हैं जो ${nameOf(people, me)} ने “${name}” में आपके लिए छोड़ा है।` }, data: { vaultId, ownerId: me }, dedupeKey: `emergency.contact:${made.id}`,
    }], ctx.deps.clock.now());
    return made;
  });

/** Drops a contact, by the contact's id or the person's; or resigns as one, by its id. Access that was open to them ends. */
export const dropContact = (ctx: UserContext, vaultId: string, contactId: string): Promise<void> =>
  asMember(ctx, async (tx) => {
    await getVault(tx, vaultId);
    const { userId: me } = ctx.actor;
    const [gone] = await tx.query<{ user_id: string; contact_id: string }>(sql`
      delete from public.emergency_contacts c where c.vault_id = ${vaultId} and (c.id = ${contactId} or (c.user_id = ${me} and c.contact_id = ${contactId}))
      returning c.user_id, c.contact_id`);
    if (!gone) throw contactMissing();
    await tx.query(sql`select private.log_family(${vaultId}::uuid, 'contact.dropped', ${JSON.stringify({ userId: gone.contact_id })}::jsonb, ${[gone.user_id, gone.contact_id]}::uuid[])`);
    const other = gone.user_id === me ? gone.contact_id : gone.user_id;
    const now = ctx.deps.clock.now();
    const people = await peopleOf(tx, vaultId);
    await notify(tx, [{
      userId: other, kind: 'emergency.contact_dropped', data: { vaultId },
      title: gone.user_id === me ? `You are no longer an emergency contact of ${nameOf(people, me)}` : `${nameOf(people, me)} is no longer your emergency contact`,
      inHindi: { title: gone.user_id === me ? `अब आप ${nameOf(people, me)} के आपात संपर्क नहीं हैं` : `${nameOf(people, me)} अब आपके आपात संपर्क नहीं हैं` },
      dedupeKey: `emergency.dropped:${vaultId}:${gone.user_id}:${gone.contact_id}:${now.toISOString()}`,
    }], now);
  });
