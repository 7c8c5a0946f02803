-- A notice may come in two languages; each person is told in their own. Everything else of private.notify is as it was.
create or replace function private.notify(messages jsonb) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  told integer;
begin
  insert into public.notifications (id, user_id, kind, title, body, data, dedupe_key, created_at)
  select n.id, n.user_id, n.kind,
    pg_catalog.left(case when u.locale like 'hi%' then coalesce(n.title_hi, n.title) else n.title end, 300),
    pg_catalog.left(case when u.locale like 'hi%' and n.title_hi is not null then coalesce(n.body_hi, '') else n.body end, 4000), n.data, n.dedupe_key, n.created_at
  from pg_catalog.jsonb_to_recordset(messages)
    n (id uuid, user_id uuid, kind text, title text, body text, title_hi text, body_hi text, data jsonb, dedupe_key text, created_at timestamptz)
  join public.users u on u.id = n.user_id
  where (select auth.role()) = 'service_role' or n.user_id = me
    or exists (select from public.family_members a join public.family_members b on b.vault_id = a.vault_id where a.user_id = me and b.user_id = n.user_id)
    or exists (select from public.family_invitations i where i.invited_by = me and i.email = pg_catalog.lower(u.email) and i.accepted_at is null and i.revoked_at is null)
  on conflict (user_id, dedupe_key) do nothing;
  get diagnostics told = row_count;
  return told;
end
$$;
