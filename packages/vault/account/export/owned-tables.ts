import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** A table of which a person has rows: the columns that they may read, and by what its rows are told apart. Names are quoted as SQL needs them. */
export type OwnedTable = { name: string; columns: string[]; owner: string | null; key: { column: string; type: string }[] };

/** What is made from documents and made anew from them, or serves one call alone. Vectors and word lists tell a reader nothing. */
const derived = ['document_embeddings', 'document_search', 'embedding_sketches', 'search_words', 'idempotency_keys', 'account_exports', 'performance_metrics'];

/**
 * The tables whose rows are the person's, by the catalogue, so that none that comes later is forgotten. Columns that the
 * person may not read (hashes of tokens) are left out by their grants. Rows are those that name the person as `user_id`, or
 * where a table names nobody, those that the policies show.
 */
export const ownedTables = (tx: Tx): Promise<OwnedTable[]> =>
  tx.query<OwnedTable>(sql`
    select quote_ident(c.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns,
      (array_agg(quote_ident(a.attname)) filter (where a.attname = 'user_id'))[1] as owner,
      (select jsonb_agg(jsonb_build_object('column', quote_ident(k.attname), 'type', format_type(k.atttypid, k.atttypmod)) order by array_position(i.indkey::int[], k.attnum::int))
        from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey::int[]) where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege(c.oid, a.attnum, 'select')
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity and c.relname <> all (${derived}::text[])
    group by c.oid, c.relname
    having exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
    order by c.relname`);
