import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import type { Member } from '../understanding/names/household.ts';
import type { Job } from './queue.repository.ts';

const mostMembers = 60;
const namesOfEach = 12;

/**
 * The people of the job's vault: its account by its name, and everybody whom other documents are labelled with, each with the
 * holders' names of the documents that somebody labelled by hand ("Mother" is Kamala Rao). Steps through the index of persons
 * from name to name.
 */
export const readHousehold = async (tx: Tx, job: Job): Promise<Member[]> => {
  const rows = await tx.query<Member>(sql`
    with recursive labels (label, n) as (
      (select d.person, 1 from public.documents d
        where d.user_id = ${job.userId} and d.deleted_at is null and d.person is not null and d.id <> ${job.documentId} order by d.person limit 1)
      union all
      select (select d.person from public.documents d
        where d.user_id = ${job.userId} and d.deleted_at is null and d.person is not null and d.person > labels.label and d.id <> ${job.documentId} order by d.person limit 1), labels.n + 1
      from labels where labels.label is not null and labels.n < ${mostMembers})
    select l.label, array(
      select f.value from (
        select d.id from public.documents d
        where d.user_id = ${job.userId} and d.deleted_at is null and d.person = l.label and d.id <> ${job.documentId} and 'person' = any(d.user_edited)
        limit ${namesOfEach}) d
      join public.document_fields f on f.document_id = d.id and f.name = 'holderName') as names
    from labels l where l.label is not null
    union all
    select u.full_name, '{}' from public.users u where u.id = ${job.userId} and u.full_name ~ '\S'`);
  const members = new Map<string, Member>();
  for (const { label, names } of rows) {
    const known = members.get(label.toLowerCase());
    members.set(label.toLowerCase(), { label: known?.label ?? label, names: [...new Set([...(known?.names ?? []), ...names])] });
  }
  return [...members.values()];
};
