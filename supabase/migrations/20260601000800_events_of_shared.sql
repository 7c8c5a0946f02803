-- Whom a document reaches hears of its changes as its owner does, and everybody of what is given to them or taken away:
-- by the same channel, as events of their own.

-- The people whom a document of the owner's reaches now, were it in the folder; whether it lies in the trash is not asked.
create function private.readers_of(owner uuid, document uuid, folder uuid) returns setof uuid
  language sql stable security definer set search_path = '' rows 5
as $$
  with recursive above (id) as (
    select folder where folder is not null
    union select f.parent_id from above a join public.folders f on f.id = a.id and f.user_id = owner where f.parent_id is not null
  ),
  reached as (
    select s.vault_id, s.member_id, s.release from public.family_shares s
    where s.user_id = owner and (s.document_id = document or s.everything or s.folder_id in (select a.id from above a))
  )
  select distinct m.user_id
  from reached r join public.family_members m on m.vault_id = r.vault_id and m.user_id <> owner and (r.member_id is null or r.member_id = m.user_id)
  where (r.release = 'now' or (r.release = 'emergency' and private.emergency_open(r.vault_id, owner, m.user_id)))
    and not exists (select from reached n where n.release = 'never' and n.vault_id = r.vault_id and (n.member_id is null or n.member_id = m.user_id))
$$;
revoke execute on function private.readers_of(uuid, uuid, uuid) from public;

create or replace function private.announce_document() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  owner uuid := coalesce(new.user_id, old.user_id);
  document uuid := coalesce(new.id, old.id);
begin
  perform pg_catalog.pg_notify('document_events', pg_catalog.json_build_object(
    'userId', owner, 'documentId', document, 'status', new.status, 'deleted', new.id is null or new.deleted_at is not null)::text);
  if not exists (select from public.family_shares s where s.user_id = owner) then
    return null;
  end if;
  -- Who saw it where it was and sees it no longer is told that it is gone.
  perform pg_catalog.pg_notify('document_events', pg_catalog.json_build_object(
    'userId', r.reader, 'documentId', document, 'status', new.status, 'deleted', new.id is null or new.deleted_at is not null or not r.still)::text)
  from (
    select reader, pg_catalog.bool_or(now_reached) as still
    from (
      select private.readers_of(owner, document, new.folder_id) as reader, true as now_reached where new.id is not null
      union all
      select private.readers_of(owner, document, old.folder_id), false where old.id is not null
    ) both_places
    group by reader
  ) r;
  return null;
end
$$;
drop trigger documents_announce on public.documents;
create trigger documents_announce after insert or delete
  or update of status, title, category, document_type, folder_id, deleted_at, page_count, person, expires_on, version
  on public.documents for each row execute function private.announce_document();

-- 'at' keeps two changes in a row apart where events are relayed once.
create function private.announce_shares(readers uuid[], document uuid, what text) returns void
  language sql security definer set search_path = ''
as $$
  select pg_catalog.pg_notify('document_events', pg_catalog.json_build_object(
    'userId', reader, 'documentId', document, 'shares', what, 'at', pg_catalog.clock_timestamp())::text)
  from unnest(readers) reader
$$;
revoke execute on function private.announce_shares(uuid[], uuid, text) from public;

-- What waits for an emergency is no news to anybody.
create function private.announce_share() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  vault uuid := coalesce(new.vault_id, old.vault_id);
  owner uuid := coalesce(new.user_id, old.user_id);
  reader uuid := coalesce(new.member_id, old.member_id);
begin
  if coalesce(new.release, 'emergency') = 'emergency' and coalesce(old.release, 'emergency') = 'emergency' and not exists (
    select from public.family_members m where m.vault_id = vault and m.user_id <> owner and private.emergency_open(vault, owner, m.user_id)) then
    return null;
  end if;
  perform private.announce_shares(
    array(select m.user_id from public.family_members m where m.vault_id = vault and m.user_id <> owner and (reader is null or m.user_id = reader)
      union select reader where reader is not null),
    coalesce(new.document_id, old.document_id), case when old.id is null then 'given' when new.id is null then 'ended' else 'changed' end);
  return null;
end
$$;
create trigger family_shares_announce after insert or delete or update of permission, release on public.family_shares
  for each row execute function private.announce_share();

create function private.announce_leaving() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.announce_shares(array[old.user_id], null, 'ended');
  return null;
end
$$;
create trigger family_members_announce after delete on public.family_members
  for each row execute function private.announce_leaving();

create function private.announce_emergency() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.announce_shares(array[new.contact_id], null, 'changed');
  return null;
end
$$;
create trigger emergency_requests_announce after update of approved_at, denied_at, cancelled_at, ended_at on public.emergency_requests
  for each row execute function private.announce_emergency();
