-- Encrypted files and their wrapped data keys. Only the service reads these: a key never reaches a client role.
create table private.blobs (
  id uuid primary key,
  owner_id uuid references auth.users (id) on delete set null,
  storage_key text not null unique,
  stored_bytes bigint not null,
  key_version integer not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default now()
);
create index blobs_owner_idx on private.blobs (owner_id);
create index blobs_key_version_idx on private.blobs (key_version);
comment on table private.blobs is 'One encrypted file each; erasing the wrapped key makes the file unreadable for good.';
alter table private.blobs enable row level security;
grant all on private.blobs to service_role;
