import sql, { type Sql } from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';

/** Supabase's login for PostgREST, for engines that come without it. */
export const authenticatorLogin = `
  do $$ begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
      create role authenticator login noinherit;
    end if;
  end $$;
  grant anon, authenticated, service_role to authenticator;`;

/** What PostgREST says at the start of a request's transaction. */
export const becomePerson = (actor: UserActor): Sql => sql`
  select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify(actor.claims)}, true), set_config('search_path', 'public, extensions', true)`;
