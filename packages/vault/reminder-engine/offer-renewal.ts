import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { addDays, dayOf } from './local-time.ts';
import { settingsColumns, toSettings, type SettingsRow } from './settings.ts';
import { tell } from './tell.ts';
import { renewalNotice } from './words.ts';

type Pair = SettingsRow & { title: string; old_title: string; reminder_id: string; old_document_id: string };

/** Of these a person has one at a time; of others (policies, contracts) the issuer must be the same too. */
const onePerPerson = ['passport', 'national_id', 'driving_licence', 'visa', 'vehicle_registration'];

/** So long before its end may the next paper of a kind come in. */
const earlyDays = 180;

/**
 * When a document looks like the next one of its kind (same type and person, a later expiry), asks its owner whether
 * the reminder of the one before can be closed. Asks once a pair, and closes nothing by itself. As the service.
 */
export const offerRenewal = async (tx: Tx, documentId: string, now: Date): Promise<void> => {
  const pairs = await tx.query<Pair>(sql`
    with n as (
      select d.id, d.user_id, d.title, d.document_type, d.expires_on,
        lower(coalesce(d.person, (select f.value from public.document_fields f where f.document_id = d.id and f.name = 'holderName'))) as holder,
        lower((select f.value from public.document_fields f where f.document_id = d.id and f.name = 'issuer')) as issuer
      from public.documents d where d.id = ${documentId} and d.deleted_at is null and d.expires_on is not null)
    select ${settingsColumns}, n.title, o.title as old_title, r.id as reminder_id, o.id as old_document_id
    from n
    join public.documents o on o.user_id = n.user_id and o.document_type = n.document_type and o.id <> n.id and o.deleted_at is null
      and o.expires_on < n.expires_on and o.expires_on <= ${addDays(dayOf(now, 'UTC'), earlyDays)}::date
    join public.reminders r on r.document_id = o.id and r.source = 'extracted' and r.field = 'expiryDate' and r.status in ('active', 'snoozed')
    join public.users u on u.id = n.user_id left join public.reminder_preferences p on p.user_id = n.user_id
    where n.holder = lower(coalesce(o.person, (select f.value from public.document_fields f where f.document_id = o.id and f.name = 'holderName')))
      and (n.document_type = any(${onePerPerson}::text[])
        or n.issuer = lower((select f.value from public.document_fields f where f.document_id = o.id and f.name = 'issuer')))
    limit 10`);
  await tell(tx, pairs.map((pair) => {
    const masked = (text: string): string => maskIdentityNumbersInText(text, []);
    const { locale } = toSettings(pair);
    return {
      id: uuidv7(), userId: pair.user_id, kind: 'reminder.renewal', ...renewalNotice(locale, masked(pair.title), masked(pair.old_title)),
      data: { reminderId: pair.reminder_id, documentId, oldDocumentId: pair.old_document_id }, dedupeKey: `renewal:${pair.reminder_id}:${documentId}`,
    };
  }), now);
};
