import sql from 'sql-template-tag';
import type { AdminConnection } from '../types.ts';

/** Raised when a login may do more, or less, than the application needs. The message says how to mend it. */
export class UnfitLogin extends Error {
  constructor(login: string, complaints: readonly string[], remedy: readonly string[]) {
    super([
      `The login ${login} of DATABASE_URL is not fit to run DocuVault AI:`,
      ...complaints.map((complaint) => `  - ${complaint}`),
      'Row level security protects people from each other only when the application cannot pass it by. As an administrator run:',
      ...remedy.map((line) => `  ${line}`),
    ].join('\n'));
    this.name = 'UnfitLogin';
  }
}

type Facts = {
  login: string; superuser: boolean; bypassrls: boolean; createrole: boolean; createdb: boolean; replication: boolean;
  owns: string[]; member_of: string[]; missing: string[]; inherits: string[];
};

const facts = sql`
  with me as (select r.* from pg_catalog.pg_roles r where r.rolname = session_user),
  ours as (select r.oid, r.rolname from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated', 'service_role'))
  select me.rolname as login, me.rolsuper as superuser, me.rolbypassrls as bypassrls, me.rolcreaterole as createrole, me.rolcreatedb as createdb, me.rolreplication as replication,
    array(select c.oid::regclass::text from pg_catalog.pg_class c where c.relowner = me.oid and c.relkind in ('r', 'p', 'v', 'm', 'S') limit 5) as owns,
    array(select r.rolname::text from pg_catalog.pg_roles r
      where r.oid <> me.oid and pg_has_role(me.oid, r.oid, 'member') and r.oid not in (select oid from ours)) as member_of,
    array(select n from unnest(array['anon', 'authenticated', 'service_role']) n
      where not exists (select from ours where ours.rolname = n and pg_has_role(me.oid, ours.oid, 'member'))) as missing,
    array(select ours.rolname::text from ours where pg_has_role(me.oid, ours.oid, 'usage')) as inherits
  from me`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Looks at the login of the connection: it must be neither superuser, owner, nor exempt from row level security, and it
 * may become anon, authenticated and service_role, and nobody else, and have none of their rights before it has become
 * one. Throws `UnfitLogin` with every complaint and the SQL that mends it.
 */
export const checkLogin = async (connection: Pick<AdminConnection, 'query'>): Promise<void> => {
  const [found] = await connection.query<Facts>(facts);
  const { login, ...f } = found!;
  const complaints: string[] = [];
  const remedy: string[] = [];
  const name = quoted(login);
  const attributes = (['superuser', 'bypassrls', 'createrole', 'createdb', 'replication'] as const).filter((attribute) => f[attribute]);
  const uses = f.superuser ? [] : f.member_of;
  if (attributes.length > 0) complaints.push(`it has the attribute ${attributes.join(', ')}`);
  if (f.owns.length > 0) complaints.push(`it owns ${f.owns.join(', ')}`);
  if (uses.length > 0) complaints.push(`it may become ${uses.join(', ')}`);
  if (f.missing.length > 0) complaints.push(`it may not become ${f.missing.join(', ')}`);
  if (!f.superuser && f.inherits.length > 0) complaints.push(`it inherits the rights of ${f.inherits.join(', ')}`);
  if (complaints.length === 0) return;
  if (f.superuser || f.owns.length > 0) {
    remedy.push("create role docuvault_app login noinherit password '…';", 'grant anon, authenticated, service_role to docuvault_app;', '-- and put docuvault_app into DATABASE_URL');
  } else {
    if (attributes.length > 0) remedy.push(`alter role ${name} ${attributes.map((attribute) => `no${attribute}`).join(' ')};`);
    if (uses.length > 0) remedy.push(`revoke ${uses.map(quoted).join(', ')} from ${name};`);
    if (f.inherits.length > 0) {
      remedy.push(`alter role ${name} noinherit;`, `-- on PostgreSQL 16 and newer also: grant ${f.inherits.join(', ')} to ${name} with inherit false;`);
    }
    if (f.missing.length > 0) remedy.push(`grant ${f.missing.join(', ')} to ${name};`);
  }
  throw new UnfitLogin(login, complaints, remedy);
};
