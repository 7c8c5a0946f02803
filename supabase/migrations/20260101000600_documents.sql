-- A document: what the household sees as one paper, whatever number of versions its file has had.
create table public.documents (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null,
  file_name text not null,
  file_path text not null,
  mime_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  blob_id uuid not null references private.blobs (id),
  thumbnail_blob_id uuid references private.blobs (id) on delete set null,
  page_count integer,
  status text not null default 'queued' check (status in ('queued', 'processing', 'completed', 'failed')),
  failure_code text,
  failure_message text,
  category text not null default 'other',
  document_type text not null default 'other',
  type_confidence real,
  language text,
  ai_summary text,
  folder_id uuid,
  person text,
  expires_on date,
  version integer not null default 1,
  user_edited text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  accessed_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint documents_title_length check (length(title) between 1 and 500),
  constraint documents_file_name_length check (length(file_name) between 1 and 255),
  constraint documents_person_length check (length(person) <= 200),
  constraint documents_file_path_is_owners check (file_path like user_id::text || '/%'),
  constraint documents_id_user_key unique (id, user_id),
  constraint documents_folder_fkey foreign key (folder_id, user_id) references public.folders (id, user_id) on delete set null (folder_id)
);
create unique index documents_content_key on public.documents (user_id, sha256);
create index documents_owner_created_idx on public.documents (user_id, created_at desc, id desc) where deleted_at is null;
create index documents_owner_expiry_idx on public.documents (user_id, expires_on) where deleted_at is null and expires_on is not null;
create index documents_folder_idx on public.documents (folder_id, user_id);
create index documents_trash_idx on public.documents (deleted_at) where deleted_at is not null;
create index documents_owner_updated_idx on public.documents (user_id, updated_at desc, id desc) where deleted_at is null;
create index documents_owner_title_idx on public.documents (user_id, lower(title), id) where deleted_at is null;
create index documents_blob_idx on public.documents (blob_id);
create index documents_thumbnail_blob_idx on public.documents (thumbnail_blob_id);
create index documents_cold_idx on public.documents (accessed_at) where status = 'completed';
comment on table public.documents is 'Metadata of a document and of its current file. user_edited names the columns that processing must not overwrite.';

alter table public.documents enable row level security;
revoke all on public.documents from anon, authenticated;
grant select, insert, delete on public.documents to authenticated;
grant update (title, file_name, folder_id, person, category, document_type, expires_on, user_edited, accessed_at, deleted_at,
  file_path, mime_type, size_bytes, sha256, blob_id, version, status, failure_code, failure_message, page_count) on public.documents to authenticated;

create policy "owners read their documents" on public.documents
  for select to authenticated using (documents.user_id = (select auth.uid()));
create policy "owners add documents" on public.documents
  for insert to authenticated with check (documents.user_id = (select auth.uid()));
create policy "owners change their documents" on public.documents
  for update to authenticated
  using (documents.user_id = (select auth.uid()))
  with check (documents.user_id = (select auth.uid()));
create policy "owners remove their documents" on public.documents
  for delete to authenticated using (documents.user_id = (select auth.uid()));

create trigger documents_touch before update of title, file_name, folder_id, person, category, document_type, expires_on, deleted_at,
  blob_id, status, ai_summary on public.documents for each row execute function private.touch_updated_at();

-- A row may only point at a file of its own owner; without this a client could name another person's file.
create function private.check_blob_owner() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (select from private.blobs b where b.id = new.blob_id and b.owner_id = new.user_id) then
    raise exception 'a document may only use its owner''s file' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger documents_blob_owner before insert or update of blob_id on public.documents
  for each row execute function private.check_blob_owner();
