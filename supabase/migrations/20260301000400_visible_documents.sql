-- What a person sees: their own documents, and those that reach them by a share that is released. Worked out in one place,
-- private.documents_shared_with(); every policy, search and chat go by it. Somebody who is in no vault pays one look-up.
create function private.shares_reaching(reader uuid)
  returns table (vault_id uuid, owner_id uuid, document_id uuid, folder_id uuid, everything boolean, editable boolean, denied boolean)
  language sql stable security definer set search_path = '' rows 20
as $$
  select s.vault_id, s.user_id, s.document_id, s.folder_id, s.everything,
    s.permission = 'edit' and m.role in ('owner', 'admin', 'member'), s.release = 'never'
  from public.family_members m
  join public.family_shares s on s.vault_id = m.vault_id and s.user_id <> reader and (s.member_id is null or s.member_id = reader)
  where m.user_id = reader and (s.release in ('now', 'never') or private.emergency_open(s.vault_id, s.user_id, reader))
$$;

-- Folders that reach the reader, with those inside them; denied ones too, marked.
create function private.folders_reaching(reader uuid)
  returns table (vault_id uuid, owner_id uuid, folder_id uuid, editable boolean, denied boolean)
  language plpgsql stable security definer set search_path = '' rows 50
as $$
begin
  if not exists (select from public.family_members m where m.user_id = reader) then
    return;
  end if;
  return query
  with recursive inside (vault_id, owner_id, folder_id, editable, denied) as (
    select s.vault_id, s.owner_id, f.id, s.editable, s.denied
    from private.shares_reaching(reader) s join public.folders f on f.user_id = s.owner_id and (f.id = s.folder_id or s.everything)
    union
    select i.vault_id, i.owner_id, f.id, i.editable, i.denied
    from inside i join public.folders f on f.parent_id = i.folder_id and f.user_id = i.owner_id
  )
  select i.vault_id, i.owner_id, i.folder_id, i.editable, i.denied from inside i;
end
$$;

-- The documents of others that the reader sees now. What is held back ("never") in a vault is not given by another share of
-- that vault; what lies in its owner's trash is shown to nobody else.
create function private.documents_shared_with(reader uuid) returns table (document_id uuid, owner_id uuid, editable boolean)
  language plpgsql stable security definer set search_path = '' rows 100
as $$
begin
  if not exists (select from public.family_members m where m.user_id = reader) then
    return;
  end if;
  return query
  with shares as materialized (select * from private.shares_reaching(reader)),
  reached as materialized (
    select s.vault_id, s.owner_id, s.document_id as id, s.editable, s.denied from shares s where s.document_id is not null
    union all
    select i.vault_id, i.owner_id, d.id, i.editable, i.denied
    from private.folders_reaching(reader) i join public.documents d on d.folder_id = i.folder_id and d.user_id = i.owner_id
    union all
    select s.vault_id, s.owner_id, d.id, s.editable, s.denied from shares s join public.documents d on d.user_id = s.owner_id where s.everything
  )
  select r.id, r.owner_id, pg_catalog.bool_or(r.editable)
  from reached r join public.documents d on d.id = r.id and d.user_id = r.owner_id and d.deleted_at is null
  where not r.denied and not exists (select from reached n where n.denied and n.vault_id = r.vault_id and n.id = r.id)
  group by r.id, r.owner_id;
end
$$;

create function private.shared_documents() returns setof uuid
  language sql stable security definer set search_path = '' rows 100
as $$
  select s.document_id from private.documents_shared_with((select auth.uid())) s
$$;
create function private.editable_documents() returns setof uuid
  language sql stable security definer set search_path = '' rows 100
as $$
  select s.document_id from private.documents_shared_with((select auth.uid())) s where s.editable
$$;
create function private.shared_folders() returns setof uuid
  language sql stable security definer set search_path = '' rows 50
as $$
  select distinct i.folder_id from private.folders_reaching((select auth.uid())) i
  where not i.denied and not exists (
    select from private.folders_reaching((select auth.uid())) n where n.denied and n.vault_id = i.vault_id and n.folder_id = i.folder_id)
$$;
create function private.shared_tags() returns setof uuid
  language sql stable security definer set search_path = '' rows 50
as $$
  select t.tag_id from private.documents_shared_with((select auth.uid())) s join public.document_tags t on t.document_id = s.document_id
$$;

-- Whose rows to look among: the caller, and the owners of what reaches them. For index conditions; the policies decide.
create function private.visible_owners() returns setof uuid
  language plpgsql stable security definer set search_path = '' rows 2
as $$
declare
  me uuid := (select auth.uid());
begin
  return next me;
  if exists (select from public.family_members m where m.user_id = me) then
    return query
    select s.owner_id from private.documents_shared_with(me) s
    union select i.owner_id from private.folders_reaching(me) i where not i.denied;
  end if;
end
$$;
grant execute on function private.shared_documents(), private.editable_documents(), private.shared_folders(), private.shared_tags(), private.visible_owners() to authenticated;

-- The owner's own condition stands first: for their rows the second is never asked.
drop policy "owners read their documents" on public.documents;
create policy "people read their own documents and those shared with them" on public.documents
  for select to authenticated
  using (documents.user_id = any (array(select private.visible_owners()))
    and (documents.user_id = (select auth.uid()) or documents.id in (select private.shared_documents())));
create policy "people put right what is shared for it" on public.documents
  for update to authenticated
  using (documents.id in (select private.editable_documents()))
  with check (documents.id in (select private.editable_documents()));

drop policy "owners read their folders" on public.folders;
create policy "people read their own folders and those shared with them" on public.folders
  for select to authenticated
  using (folders.user_id = any (array(select private.visible_owners()))
    and (folders.user_id = (select auth.uid()) or folders.id in (select private.shared_folders())));
drop policy "owners read their tags" on public.tags;
create policy "people read their own tags and those of what is shared with them" on public.tags
  for select to authenticated
  using (tags.user_id = any (array(select private.visible_owners()))
    and (tags.user_id = (select auth.uid()) or tags.id in (select private.shared_tags())));
drop policy "owners read their tagging" on public.document_tags;
create policy "people read the tagging of what they see" on public.document_tags
  for select to authenticated
  using (document_tags.user_id = (select auth.uid()) or document_tags.document_id in (select private.shared_documents()));

drop policy "owners read their versions" on public.document_versions;
create policy "people read the versions of what they see" on public.document_versions
  for select to authenticated
  using (document_versions.user_id = (select auth.uid()) or document_versions.document_id in (select private.shared_documents()));
drop policy "owners read their pages" on public.document_pages;
create policy "people read the pages of what they see" on public.document_pages
  for select to authenticated
  using (document_pages.user_id = (select auth.uid()) or document_pages.document_id in (select private.shared_documents()));
drop policy "owners read their fields" on public.document_fields;
create policy "people read the fields of what they see" on public.document_fields
  for select to authenticated
  using (document_fields.user_id = (select auth.uid()) or document_fields.document_id in (select private.shared_documents()));
create policy "people add fields to what is shared for it" on public.document_fields
  for insert to authenticated
  with check (document_fields.source = 'user' and document_fields.document_id in (select private.editable_documents()));
create policy "people correct fields of what is shared for it" on public.document_fields
  for update to authenticated
  using (document_fields.document_id in (select private.editable_documents()))
  with check (document_fields.source = 'user' and document_fields.document_id in (select private.editable_documents()));
create policy "people remove fields of what is shared for it" on public.document_fields
  for delete to authenticated using (document_fields.document_id in (select private.editable_documents()));

drop policy "owners read what happened" on public.document_activity;
create policy "people read what happened to what they see" on public.document_activity
  for select to authenticated
  using (document_activity.user_id = (select auth.uid())
    or (document_activity.document_id in (select private.shared_documents())
      and (document_activity.actor_id = (select auth.uid()) or document_activity.action in ('uploaded', 'updated', 'version_added'))));
create policy "people record what they did to what is shared with them" on public.document_activity
  for insert to authenticated
  with check (document_activity.actor_id = (select auth.uid()) and document_activity.document_id in (select private.shared_documents()));

drop policy "owners read their passages" on public.document_embeddings;
create policy "people read the passages of what they see" on public.document_embeddings
  for select to authenticated
  using (document_embeddings.user_id = (select auth.uid()) or document_embeddings.document_id in (select private.shared_documents()));
drop policy "owners read their search rows" on public.document_search;
create policy "people read the search rows of what they see" on public.document_search
  for select to authenticated
  using (document_search.user_id = (select auth.uid()) or document_search.document_id in (select private.shared_documents()));

-- Whoever edits a document of another's may put right what it says, and nothing else: not its file, its place or its trash.
create function private.guard_shared_edit() returns trigger
  language plpgsql set search_path = ''
as $$
declare
  theirs text[] := array['title', 'person', 'category', 'document_type', 'expires_on', 'user_edited', 'updated_at', 'accessed_at'];
begin
  if old.user_id <> (select auth.uid()) and pg_catalog.to_jsonb(new) - theirs <> pg_catalog.to_jsonb(old) - theirs then
    raise exception 'only the owner may do this to a document' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger documents_guard_shared_edit before update on public.documents
  for each row execute function private.guard_shared_edit();

create or replace function private.may_index(document uuid, owner uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.documents d
    where d.id = document and d.user_id = owner
      and ((select auth.uid()) = owner or (select auth.role()) = 'service_role' or d.id in (select private.editable_documents()))
  )
$$;
