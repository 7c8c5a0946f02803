import sql from 'sql-template-tag';
import type { FilingSuggestions } from '@docuvault/contract/documents.ts';
import type { UserContext } from '../context.ts';
import { findSimilar } from '../search-engine/find-similar.ts';
import { getDocument } from './get-document.ts';

/** So many of the likest papers are asked, and so many of them have to agree, which has to be half of those that say anything. */
const asked = 8;
const leastVotes = 2;
const leastShare = 0.5;
const mostTags = 3;

/** Fields that name whose paper it is. */
const nameFields = ['holderName', 'insuredName', 'patientName', 'employeeName', 'studentName'];

type Row = { id: string; folder_id: string | null; folder_name: string | null; person: string | null; tags: string[] };

/** What enough of them agree on, the most agreed first. */
const agreed = <T>(said: readonly (readonly T[])[], keyOf: (one: T) => string): T[] => {
  const voters = said.filter((list) => list.length > 0).length;
  const votes = new Map<string, { one: T; count: number }>();
  for (const one of said.flat()) votes.set(keyOf(one), { one, count: (votes.get(keyOf(one))?.count ?? 0) + 1 });
  return [...votes.values()]
    .filter(({ count }) => count >= leastVotes && count >= voters * leastShare)
    .sort((a, b) => b.count - a.count)
    .map(({ one }) => one);
};

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).sort().join(' ');

/**
 * Where a paper may belong, by where the owner has put papers like it: the folder, the person and the tags that most of
 * them share, and the person whom it names. Nothing for what it has already, and nothing to anybody but its owner.
 */
export const suggestFiling = async (ctx: UserContext, documentId: string): Promise<FilingSuggestions> => {
  const { actor, deps } = ctx;
  const like = await findSimilar(ctx, documentId, asked);
  return deps.db.asUser(actor, async (tx) => {
    const document = await getDocument(tx, documentId);
    if (document.ownerId !== actor.userId) return { folder: null, person: null, tags: [] };
    const sameType = like.filter(({ documentType }) => documentType === document.documentType);
    const rows = await tx.query<Row>(sql`
      select d.id, d.folder_id, f.name as folder_name, d.person, array(
        select t.name from public.document_tags dt join public.tags t on t.id = dt.tag_id where dt.document_id = d.id) as tags
      from public.documents d left join public.folders f on f.id = d.folder_id
      where d.id = any(${sameType.map((one) => one.documentId)}::uuid[]) and d.user_id = ${actor.userId} and d.deleted_at is null`);
    const people = await tx.query<{ person: string }>(sql`
      select d.person from public.documents d where d.user_id = ${actor.userId} and d.person is not null and d.deleted_at is null group by d.person limit 200`);
    const names = new Set(document.fields.filter(({ name }) => nameFields.includes(name)).map(({ value }) => plain(String(value))));
    const named = people.find(({ person }) => names.has(plain(person)))?.person;
    const [folder] = agreed(rows.map(({ folder_id: id, folder_name: name }) => (id && name ? [{ id, name }] : [])), ({ id }) => id);
    const [person] = agreed(rows.map((row) => (row.person ? [row.person] : [])), plain);
    const own = new Set(document.tags.map((tag) => tag.toLowerCase()));
    return {
      folder: document.folderId ? null : (folder ?? null),
      person: document.person ? null : (named ?? person ?? null),
      tags: agreed(rows.map(({ tags }) => tags), (tag) => tag.toLowerCase()).filter((tag) => !own.has(tag.toLowerCase())).slice(0, mostTags),
    };
  });
};
