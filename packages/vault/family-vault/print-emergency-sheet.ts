import sql from 'sql-template-tag';
import type { Sheet } from '@docuvault/core/sheet-printer.ts';
import type { UserContext } from '../context.ts';
import { disposition } from '../files/serve-file.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { asMember } from './as-member.ts';
import { findCheckIn } from './check-in.ts';
import { contactsOf } from './contacts.ts';
import { nameOf, peopleOf } from './people.ts';
import { getVault } from './vaults.ts';

type ReleasedRow = { title: string; document_type: string; person: string | null; expires_on: string | null };

const mostListed = 200;
const waitOf = (hours: number): string => (hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`);

/**
 * The caller's emergency sheet, for the drawer or the safe: whom to call, how to ask for access, and which papers are
 * released. No identity number stands on it.
 */
export const emergencySheet = async (ctx: UserContext, vaultId: string): Promise<Response> => {
  const { userId } = ctx.actor;
  const sheet = await asMember(ctx, async (tx): Promise<Sheet> => {
    const { name } = await getVault(tx, vaultId);
    const people = await peopleOf(tx, vaultId);
    const contacts = await contactsOf(tx, vaultId, userId);
    const checkIn = await findCheckIn(tx, vaultId, userId);
    const released = await tx.query<ReleasedRow>(sql`
      select d.title, d.document_type, d.person, d.expires_on::text as expires_on
      from private.my_emergency_documents(${vaultId}::uuid) e (id) join public.documents d on d.id = e.id order by d.document_type, lower(d.title), d.id limit ${mostListed}`);
    return {
      title: `Emergency sheet of ${nameOf(people, userId)}`,
      subtitle: `Family vault “${name}”, ${ctx.deps.clock.now().toISOString().slice(0, 10)}`,
      sections: [
        {
          heading: 'Whom to call',
          ...(contacts.length === 0 ? { paragraphs: ['No emergency contact is named yet.'] } : {
            table: {
              columns: ['Order', 'Name', 'Address', 'Waiting time'],
              rows: contacts.map((contact) => [String(contact.order), nameOf(people, contact.userId), people.find((one) => one.userId === contact.userId)?.email ?? '', waitOf(contact.waitHours)]),
            },
          }),
        },
        {
          heading: 'How a contact gets access',
          paragraphs: [
            '1. Sign in to DocuVault AI with your own account and open the family vault named above.',
            '2. Choose “Emergency access” and ask for access.',
            '3. Access opens when it is approved, or by itself when the waiting time has run out and nobody has denied it.',
            '4. Read what is released, or save all of it as one archive. No subscription is needed for that.',
            ...(checkIn ? [`A check-in is set up: after ${checkIn.silentDays + checkIn.reminderDays} days without a sign of life the contacts are called without being asked for.`] : []),
          ],
        },
        {
          heading: 'Papers that are released in an emergency',
          ...(released.length === 0 ? { paragraphs: ['Nothing is released yet.'] } : {
            table: {
              columns: ['Paper', 'Kind', 'Person', 'Valid until'],
              rows: released.map((row) => [maskIdentityNumbersInText(row.title), row.document_type.replaceAll('_', ' '), row.person ?? '', row.expires_on ?? '']),
            },
          }),
        },
      ],
      footer: 'Keep this sheet where your contacts find it. It holds no passwords and no identity numbers.',
    };
  });
  const bytes = await ctx.deps.printer.print(sheet);
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Length': String(bytes.length), 'Content-Disposition': disposition('inline', 'Emergency sheet.pdf'), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
};
