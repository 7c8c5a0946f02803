-- The secret of a person's calendar address: kept sealed so that the address can be shown again, and hashed so that it can be found.
create table private.calendar_feeds (
  user_id uuid primary key references public.users (id) on delete cascade,
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  sealed_secret bytea not null,
  key_version integer not null,
  created_at timestamptz not null default now()
);
comment on table private.calendar_feeds is 'One address a person; a new secret ends the old address.';
alter table private.calendar_feeds enable row level security;
grant all on private.calendar_feeds to service_role;
