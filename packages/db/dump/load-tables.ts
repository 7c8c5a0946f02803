import sql, { raw } from 'sql-template-tag';
import type { AdminConnection } from '../types.ts';
import { listTables, type DumpedRows } from './dump-tables.ts';

export type Loader = {
  /** Puts rows in; of a row that is there already the one that is there stays. Answers how many came in, null where the table is not here. */
  load(dumped: DumpedRows): Promise<number | null>;
  /** Sets counters past the rows, and ends the transaction for good. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Begins one transaction that takes the rows of a dump in, triggers and foreign keys at rest, since the dump is whole. Wants
 * a superuser, or a login that may set session_replication_role. Columns that this schema has not are left out, columns
 * that the dump has not get their defaults.
 */
export const beginLoad = async (admin: AdminConnection): Promise<Loader> => {
  await admin.exec('begin');
  await admin.exec('set local session_replication_role = replica');
  const shapes = new Map((await listTables((query) => admin.query(query))).map((shape) => [shape.name, new Set(shape.columns)]));
  return {
    load: async ({ table, columns, rows }) => {
      const here = shapes.get(table);
      if (!here) return null;
      if (rows.length === 0) return 0;
      const shared = columns.filter((column) => here.has(column)).map(quoted).join(', ');
      const [done] = await admin.query<{ count: number }>(sql`
        with loaded as (
          insert into ${raw(`${table} (${shared})`)} overriding system value
          select ${raw(shared)} from jsonb_populate_recordset(${raw(`null::${table}`)}, ${`[${rows.join(',')}]`}::jsonb)
          on conflict do nothing returning 1)
        select count(*)::integer as count from loaded`);
      return done!.count;
    },
    commit: async () => {
      const counters = await admin.query<{ sequence: string; table: string; column: string }>(sql`
        select pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence, format('%I.%I', n.nspname, c.relname) as "table", format('%I', a.attname) as "column"
        from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'private', 'auth', 'storage') and c.relkind in ('r', 'p') and a.attnum > 0
          and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`);
      for (const { sequence, table, column } of counters) {
        await admin.query(sql`select setval(${sequence}::regclass, coalesce((select max(${raw(column)}) from ${raw(table)}), 0) + 1, false)`);
      }
      await admin.exec('commit');
    },
    rollback: async () => {
      await admin.exec('rollback').catch(() => undefined);
    },
  };
};
