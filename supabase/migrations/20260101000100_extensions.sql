-- Extensions of the guide, in Supabase's schema for them. pg_stat_statements is an operator's aid: an engine without it still works.
create schema if not exists extensions;
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists vector with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
do $$
begin
  create extension if not exists pg_stat_statements with schema extensions;
exception when others then
  raise notice 'pg_stat_statements is not available: %', sqlerrm;
end
$$;
