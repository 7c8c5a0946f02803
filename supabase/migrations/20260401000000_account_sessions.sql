-- What a person may know and do about their own sessions and their own trail. The sessions are the auth server's, whose
-- tables no client may read: two definer functions show and end the caller's own and nobody else's.
create function private.my_sessions() returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, not_after timestamptz, aal text, user_agent text, ip text)
  language sql stable security definer set search_path = ''
as $$
  select s.id, s.created_at, coalesce(s.refreshed_at::timestamptz, s.updated_at, s.created_at), s.not_after, s.aal::text, s.user_agent, pg_catalog.host(s.ip)
  from auth.sessions s
  where s.user_id = (select auth.uid()) and (s.not_after is null or s.not_after > now())
$$;
comment on function private.my_sessions() is 'The caller''s devices that are signed in.';

create function private.end_my_session(session uuid) returns boolean
  language sql volatile security definer set search_path = ''
as $$
  with ended as (delete from auth.sessions s where s.id = session and s.user_id = (select auth.uid()) returning s.id)
  select exists (select from ended)
$$;
comment on function private.end_my_session(uuid) is 'Signs one of the caller''s devices out; false where there is none of that id.';

grant execute on function private.my_sessions(), private.end_my_session(uuid) to authenticated;

create index document_activity_trail_idx on public.document_activity (user_id, created_at desc, id desc);
