import sql, { type Sql } from 'sql-template-tag';

/** A law of the schema: the query finds what breaks it, one text a row; nothing found is obedience. */
export type Law = { name: string; finds: Sql };

const ourSchemas = sql`('public', 'private', 'auth', 'storage')`;

export const laws: Law[] = [
  {
    name: 'every table has row level security',
    finds: sql`select schemaname || '.' || tablename as offender from pg_catalog.pg_tables where schemaname in ${ourSchemas} and not rowsecurity`,
  },
  {
    name: 'the query of the guide finds no table without row level security',
    finds: sql`select tablename as offender from pg_tables where schemaname = 'public' and rowsecurity = false`,
  },
  {
    name: 'no policy is for everybody',
    finds: sql`select polrelid::regclass || ': ' || polname as offender from pg_catalog.pg_policy where polroles = '{0}'`,
  },
  {
    name: 'policies ask who the caller is once a statement, not once a row',
    finds: sql`
      select schemaname || '.' || tablename || ': ' || policyname as offender from pg_catalog.pg_policies,
        lateral (select coalesce(qual, '') || ' ' || coalesce(with_check, '') as body) b
      where (select count(*) from regexp_matches(body, 'auth[.]uid[(][)]', 'g')) <> (select count(*) from regexp_matches(body, 'SELECT auth[.]uid[(][)] AS uid', 'g'))`,
  },
  {
    name: 'every update policy says what a row may become',
    finds: sql`select tablename || ': ' || policyname as offender from pg_catalog.pg_policies where cmd in ('UPDATE', 'ALL') and with_check is null`,
  },
  {
    name: 'every policy is for one verb',
    finds: sql`select tablename || ': ' || policyname as offender from pg_catalog.pg_policies where cmd = 'ALL'`,
  },
  {
    name: 'every definer function has an empty search path',
    finds: sql`
      select p.oid::regprocedure::text as offender from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ${ourSchemas} and not coalesce(p.proconfig @> array['search_path=""'], false)`,
  },
  {
    name: 'anon may execute no function of public or private',
    finds: sql`
      select p.oid::regprocedure::text as offender from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'private') and p.prorettype <> 'trigger'::regtype and has_function_privilege('anon', p.oid, 'execute')
        and not exists (select from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  },
  {
    name: 'client roles may touch no table of private',
    finds: sql`
      select r.rolname || ' on ' || c.oid::regclass as offender from pg_catalog.pg_class c, pg_catalog.pg_roles r
      where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'p', 'v') and r.rolname in ('anon', 'authenticated')
        and (has_any_column_privilege(r.oid, c.oid, 'select,insert,update') or has_table_privilege(r.oid, c.oid, 'delete,truncate'))`,
  },
  {
    name: 'every foreign key has an index',
    finds: sql`
      select c.conrelid::regclass || ': ' || c.conname as offender from pg_catalog.pg_constraint c
      where c.contype = 'f' and c.connamespace in (select oid from pg_catalog.pg_namespace where nspname in ${ourSchemas})
        and not exists (
          select from pg_catalog.pg_index i where i.indrelid = c.conrelid and i.indpred is null
            and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
  },
  {
    name: 'every view looks as its caller',
    finds: sql`
      select c.oid::regclass::text as offender from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname in ${ourSchemas} and not coalesce(c.reloptions::text ilike '%security_invoker=true%', false)`,
  },
  {
    name: 'every table of public says what it is for',
    finds: sql`
      select c.oid::regclass::text as offender from pg_catalog.pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') is null`,
  },
];

/** What each client role may do to each table of public: by grant, narrowed by policy. */
export const accessMatrix = sql`
  select c.relname as "table", r.rolname as role, v.verb,
    (v.verb <> 'delete' and has_any_column_privilege(r.oid, c.oid, v.verb) or has_table_privilege(r.oid, c.oid, v.verb))
      and exists (select from pg_catalog.pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
        and r.rolname = any (p.roles) and p.cmd in (upper(v.verb), 'ALL')) as allowed
  from pg_catalog.pg_class c, pg_catalog.pg_roles r, (values (1, 'select'), (2, 'insert'), (3, 'update'), (4, 'delete')) v (place, verb)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and r.rolname in ('anon', 'authenticated')
  order by c.relname, r.rolname, v.place`;

export type AccessRow = { table: string; role: string; verb: string; allowed: boolean };

/** The rows of docs/access.md: table, role, then own or – for each verb. */
export const renderMatrix = (rows: readonly AccessRow[]): string => {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const key = `| ${row.table} | ${row.role} |`;
    lines.set(key, [...(lines.get(key) ?? []), row.allowed ? 'own' : '–']);
  }
  return [...lines].map(([key, verbs]) => `${key} ${verbs.join(' | ')} |`).join('\n');
};
