-- What others share is read through the product alone, which masks identity numbers. A person's own query of the tables
-- (PostgREST, GraphQL, Realtime: whatever signs in as somebody else than the product and then becomes `authenticated`)
-- sees what is their own. Which login a session began as cannot be changed from inside it.
create function private.through_product() returns boolean
  language sql stable security definer set search_path = ''
as $$
  select coalesce(
    (select session_user::text = any (pg_catalog.string_to_array(pg_catalog.replace(s.value, ' ', ''), ',')) from private.settings s where s.key = 'product_logins'),
    session_user::text <> 'authenticator' and session_user::text !~ '^supabase_')
$$;
comment on function private.through_product() is 'Setting product_logins names the logins of the product; without it every login but those of Supabase''s own services is one.';

create or replace function private.shared_documents() returns setof uuid
  language sql stable security definer set search_path = '' rows 100
as $$
  select s.document_id from private.documents_shared_with((select auth.uid())) s where (select private.through_product())
$$;
create or replace function private.editable_documents() returns setof uuid
  language sql stable security definer set search_path = '' rows 100
as $$
  select s.document_id from private.documents_shared_with((select auth.uid())) s where s.editable and (select private.through_product())
$$;
create or replace function private.shared_tags() returns setof uuid
  language sql stable security definer set search_path = '' rows 50
as $$
  select t.tag_id from private.documents_shared_with((select auth.uid())) s join public.document_tags t on t.document_id = s.document_id
  where (select private.through_product())
$$;


create or replace function private.shared_versions() returns table (document_id uuid, version integer)
  language sql stable security definer set search_path = '' rows 100
as $$
  select d.id, d.version from private.documents_shared_with((select auth.uid())) s join public.documents d on d.id = s.document_id
  where (select private.through_product())
$$;

comment on table private.settings is 'Operator settings that SQL needs: default_tier, product_logins.';
