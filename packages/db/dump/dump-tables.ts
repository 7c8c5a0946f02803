import sql, { raw, type Sql } from 'sql-template-tag';

/** Runs queries of one open transaction that sees one state of the data throughout. */
export type Query = <Row = Record<string, unknown>>(query: Sql) => Promise<Row[]>;

/** A table with the columns that are stored and not computed. `name` is quoted and qualified, as SQL takes it. */
export type TableShape = { name: string; columns: string[] };

/** What the hour's counts, leases and hosts of a running cluster are about ends with it. */
const passing = ['private.rate_windows', 'private.scheduled_jobs'];

/** The tables of the product and of the accounts and objects beside it, partitions seen as their parent. */
export const listTables = (query: Query): Promise<TableShape[]> =>
  query<TableShape>(sql`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select a.attname::text from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'auth', 'storage') and c.relkind in ('r', 'p') and not c.relispartition
      and format('%I.%I', n.nspname, c.relname) <> all (${passing}::text[])
    order by 1`);

const batch = 200;

export type DumpedRows = { table: string; columns: string[]; rows: string[] };

/** Every row of every table as a JSON text, some hundred at a time; a table without rows is told once, empty. */
export async function* dumpTables(query: Query): AsyncGenerator<DumpedRows> {
  for (const { name, columns } of await listTables(query)) {
    await query(sql`${raw(`declare dump_rows no scroll cursor for select to_jsonb(t)::text as row from ${name} t`)}`);
    for (let first = true; ; first = false) {
      const rows = await query<{ row: string }>(sql`${raw(`fetch ${batch} from dump_rows`)}`);
      if (rows.length > 0 || first) yield { table: name, columns, rows: rows.map(({ row }) => row) };
      if (rows.length < batch) break;
    }
    await query(sql`close dump_rows`);
  }
}
