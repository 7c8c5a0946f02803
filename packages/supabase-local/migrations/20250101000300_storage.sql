-- The tables of Supabase Storage that the embedded default keeps itself, under Supabase's own names and columns.
create schema storage;
grant usage on schema storage to anon, authenticated, service_role;

create table storage.buckets (
  id text primary key,
  name text not null unique,
  owner uuid,
  owner_id text,
  public boolean not null default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text references storage.buckets (id),
  name text collate "C",
  owner uuid,
  owner_id text,
  version text,
  metadata jsonb,
  user_metadata jsonb,
  blob_id uuid,
  untold_via text check (untold_via in ('tus', 'rest')),
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_accessed_at timestamptz default now()
);
create unique index objects_bucket_id_name_key on storage.objects (bucket_id, name);
create index objects_blob_idx on storage.objects (blob_id) where blob_id is not null;
create index objects_untold_idx on storage.objects (updated_at) where untold_via is not null;
comment on table storage.buckets is 'Named places for files, with their limits.';
comment on table storage.objects is 'One file each. blob_id is the encrypted file in private.blobs; no foreign key, because the product''s migrations run after these. untold_via says how the object came, until the product was told of it.';

alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant select, insert, update, delete on storage.buckets, storage.objects to anon, authenticated;
grant all on storage.buckets, storage.objects to service_role;

create function storage.foldername(name text) returns text[]
  language sql immutable strict set search_path = ''
  return (pg_catalog.string_to_array(name, '/'))[1 : pg_catalog.array_length(pg_catalog.string_to_array(name, '/'), 1) - 1];

create function storage.filename(name text) returns text
  language sql immutable strict set search_path = ''
  return (pg_catalog.string_to_array(name, '/'))[pg_catalog.array_length(pg_catalog.string_to_array(name, '/'), 1)];

create function storage.extension(name text) returns text
  language sql immutable strict set search_path = ''
  return pg_catalog.reverse(pg_catalog.split_part(pg_catalog.reverse(storage.filename(name)), '.', 1));

grant execute on function storage.foldername(text), storage.filename(text), storage.extension(text) to anon, authenticated, service_role;
