import sql from 'sql-template-tag';
import { DatabaseError } from '../errors.ts';
import type { AdminConnection } from '../types.ts';

/** Role and password that a connection string names; null where it leaves the role to the environment. */
export const loginOf = (connectionString: string): { name: string; password: string | null } | null => {
  const url = URL.canParse(connectionString) ? new URL(connectionString) : null;
  if (!url?.username) return null;
  return { name: decodeURIComponent(url.username), password: url.password ? decodeURIComponent(url.password) : null };
};

/** Another process made it at the same moment: seen before (42710) or after (23505) its commit. */
const isMadeAlready = (error: unknown): boolean => error instanceof DatabaseError && ['42710', '23505'].includes(error.sqlState);

/** Makes the application's login where it is not there yet, able to become the three client roles and nothing else. One that is there, or that another process makes meanwhile, is left as it is. */
export const makeLogin = async (admin: AdminConnection, login: { name: string; password: string | null }): Promise<'made' | 'kept'> => {
  const [known] = await admin.query(sql`select 1 from pg_catalog.pg_roles where rolname = ${login.name}`);
  if (known) return 'kept';
  const [made] = await admin.query<{ create: string; grant: string }>(sql`
    select format('create role %I login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password %L', ${login.name}::text, ${login.password}::text) as "create",
      format('grant anon, authenticated, service_role to %I', ${login.name}::text) as "grant"`);
  // Both texts are the server's own, quoted by format().
  try {
    await admin.exec(`begin; ${made!.create}; ${made!.grant}; commit;`);
    return 'made';
  } catch (error) {
    await admin.exec('rollback');
    if (isMadeAlready(error)) return 'kept';
    throw error;
  }
};
