-- Of a shared document others see the current file and its text; what it was before stays with its owner. And the service logs.
create function private.shared_versions() returns table (document_id uuid, version integer)
  language sql stable security definer set search_path = '' rows 100
as $$
  select d.id, d.version from private.documents_shared_with((select auth.uid())) s join public.documents d on d.id = s.document_id
$$;
grant execute on function private.shared_versions() to authenticated;

drop policy "people read the versions of what they see" on public.document_versions;
create policy "people read their versions and the current ones shared with them" on public.document_versions
  for select to authenticated
  using (document_versions.user_id = (select auth.uid())
    or (document_versions.document_id, document_versions.version) in (select v.document_id, v.version from private.shared_versions() v));
drop policy "people read the pages of what they see" on public.document_pages;
create policy "people read their pages and the current ones shared with them" on public.document_pages
  for select to authenticated
  using (document_pages.user_id = (select auth.uid())
    or (document_pages.document_id, document_pages.version) in (select v.document_id, v.version from private.shared_versions() v));

-- The announcements of what time has brought about go into the log too.
grant execute on function private.log_family(uuid, text, jsonb, uuid[]) to service_role;
