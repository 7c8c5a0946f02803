import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { OwnedTable } from './owned-tables.ts';

const batch = 500;

type Row = { row: Record<string, unknown>; place: string[] };

const after = ({ key }: OwnedTable, place: string[] | null): Sql =>
  place ? sql`and (${join(key.map(({ column }) => raw(`t.${column}`)))}) > (${join(key.map(({ type }, i) => sql`${place[i]}::${raw(type)}`))})` : empty;

/** The person's rows of a table, some at a time and each time in a transaction of its own, by the order of the key. */
export async function* tableRows(db: Database, actor: UserActor, table: OwnedTable): AsyncGenerator<Record<string, unknown>> {
  const keys = table.key.map(({ column }) => raw(`t.${column}`));
  let behind: string[] | null = null;
  for (;;) {
    const rows: Row[] = await db.asUser(actor, (tx) => tx.query<Row>(sql`
      select to_jsonb(t) as row, array[${join(table.key.map(({ column }) => raw(`t.${column}::text`)))}] as place
      from (select ${raw(table.columns.join(', '))} from ${raw(`public.${table.name}`)}) t
      where true ${table.owner ? sql`and ${raw(`t.${table.owner}`)} = ${actor.userId}` : empty}
        ${after(table, behind)}
      order by ${join(keys)} limit ${batch}`));
    for (const { row } of rows) yield row;
    if (rows.length < batch) return;
    behind = rows.at(-1)!.place;
  }
}

/** The rows as the text of a JSON array, a line a row. */
export async function* asJson(rows: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let first = true;
  for await (const row of rows) {
    yield encoder.encode(`${first ? '[' : ','}\n${JSON.stringify(row)}`);
    first = false;
  }
  yield encoder.encode(first ? '[]\n' : '\n]\n');
}
