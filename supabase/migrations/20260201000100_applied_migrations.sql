-- Lets a process that may not migrate see whether the schema is as new as itself.
create function private.applied_migrations() returns setof text
  language plpgsql stable security definer set search_path = ''
as $$
begin
  return query select m.version from supabase_migrations.schema_migrations m;
end
$$;
revoke execute on function private.applied_migrations() from public;
grant execute on function private.applied_migrations() to service_role;
