-- Resumable uploads on their way in. Only the storage server reads these: they hold wrapped data keys.
create table storage.resumable_uploads (
  id uuid primary key,
  bucket_id text not null references storage.buckets (id) on delete cascade,
  name text not null collate "C",
  owner_id text,
  is_upsert boolean not null,
  length bigint check (length >= 0),
  metadata jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  completed_at timestamptz
);
create index resumable_uploads_bucket_idx on storage.resumable_uploads (bucket_id);
create index resumable_uploads_expires_idx on storage.resumable_uploads (expires_at);
comment on table storage.resumable_uploads is 'One TUS upload each. A completed one stays until it expires, so that a client who missed the last answer learns that all is there.';
alter table storage.resumable_uploads enable row level security;
grant all on storage.resumable_uploads to service_role;

create table storage.resumable_parts (
  upload_id uuid not null references storage.resumable_uploads (id) on delete cascade,
  start_byte bigint not null check (start_byte >= 0),
  plain_bytes bigint not null check (plain_bytes > 0),
  blob_id uuid not null,
  storage_key text not null unique,
  stored_bytes bigint not null,
  key_version integer not null,
  wrapped_key bytea not null,
  primary key (upload_id, start_byte)
);
comment on table storage.resumable_parts is 'One encrypted file each. A part is a row only once its bytes are on the disk, so their sum is the offset that may be acknowledged.';
alter table storage.resumable_parts enable row level security;
grant all on storage.resumable_parts to service_role;
