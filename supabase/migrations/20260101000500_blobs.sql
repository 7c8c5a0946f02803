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

-- Acting as the person: remembers a file of theirs that is stored. They can put a row in, under their own folder, and never
-- read one; so the file, the document and its job are one commit.
create function private.register_blob(id uuid, storage_key text, stored_bytes bigint, key_version integer, wrapped_key bytea, created_at timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
begin
  if me is null or not pg_catalog.starts_with(register_blob.storage_key, 'documents/' || me::text || '/') then
    raise exception 'a file is registered by its owner, in the owner''s folder' using errcode = '42501';
  end if;
  insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key, created_at)
  values (register_blob.id, me, register_blob.storage_key, register_blob.stored_bytes, register_blob.key_version, register_blob.wrapped_key, register_blob.created_at);
end
$$;
revoke execute on function private.register_blob(uuid, text, bigint, integer, bytea, timestamptz) from public;
grant execute on function private.register_blob(uuid, text, bigint, integer, bytea, timestamptz) to authenticated;
