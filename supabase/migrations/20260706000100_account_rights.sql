-- What a person may do with the whole of their account: take everything along, have it erased, name somebody for the time
-- after them, and see that these things were done.
create table public.account_events (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  action text not null check (action ~ '^[a-z_]{1,40}(\.[a-z_]{1,40})?$'),
  details jsonb not null default '{}' check (octet_length(details::text) <= 2000),
  created_at timestamptz not null default now()
);
create index account_events_trail_idx on public.account_events (user_id, created_at desc, id desc);
comment on table public.account_events is 'What a person did with their account, as against with a document. Never values that were secret.';
alter table public.account_events enable row level security;
revoke all on public.account_events from anon, authenticated;
grant select, insert on public.account_events to authenticated;
create policy "people read what they did" on public.account_events for select to authenticated using (account_events.user_id = (select auth.uid()));
create policy "people note what they did" on public.account_events for insert to authenticated with check (account_events.user_id = (select auth.uid()));

create table public.account_exports (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index account_exports_owner_idx on public.account_exports (user_id);
comment on table public.account_exports is 'A right to fetch everything of an account as one archive, which is made while it is fetched. The token opens it without a session, for a browser''s download.';
alter table public.account_exports enable row level security;
revoke all on public.account_exports from anon, authenticated;
grant select (id, user_id, created_at, expires_at), insert, delete on public.account_exports to authenticated;
create policy "people read their exports" on public.account_exports for select to authenticated using (account_exports.user_id = (select auth.uid()));
create policy "people ask for exports" on public.account_exports for insert to authenticated with check (account_exports.user_id = (select auth.uid()));
create policy "people end their exports" on public.account_exports for delete to authenticated using (account_exports.user_id = (select auth.uid()));

create table public.account_deletions (
  user_id uuid primary key references public.users (id) on delete cascade,
  requested_at timestamptz not null default now(),
  erase_after timestamptz not null
);
create index account_deletions_due_idx on public.account_deletions (erase_after);
comment on table public.account_deletions is 'Accounts that are to be erased, each from when on. Taking the row away calls it off.';
alter table public.account_deletions enable row level security;
revoke all on public.account_deletions from anon, authenticated;
grant select, insert, delete on public.account_deletions to authenticated;
create policy "people see that they are to be erased" on public.account_deletions for select to authenticated using (account_deletions.user_id = (select auth.uid()));
create policy "people ask to be erased" on public.account_deletions for insert to authenticated
  with check (account_deletions.user_id = (select auth.uid()) and account_deletions.erase_after >= now() + interval '29 days');
create policy "people call it off" on public.account_deletions for delete to authenticated using (account_deletions.user_id = (select auth.uid()));

create table public.account_nominees (
  user_id uuid primary key references public.users (id) on delete cascade,
  full_name text not null check (length(full_name) between 1 and 200),
  email text check (length(email) between 3 and 320),
  phone text check (length(phone) between 3 and 40),
  relation text check (length(relation) <= 100),
  instructions text check (length(instructions) <= 4000),
  updated_at timestamptz not null default now()
);
comment on table public.account_nominees is 'Whom a person names to exercise their rights should they die or be incapable (Digital Personal Data Protection Act 2023, section 14). Kept, not told: access in an emergency is given by family vaults.';
alter table public.account_nominees enable row level security;
revoke all on public.account_nominees from anon, authenticated;
grant select, insert, update, delete on public.account_nominees to authenticated;
create policy "people read whom they named" on public.account_nominees for select to authenticated using (account_nominees.user_id = (select auth.uid()));
create policy "people name somebody" on public.account_nominees for insert to authenticated with check (account_nominees.user_id = (select auth.uid()));
create policy "people name somebody else" on public.account_nominees for update to authenticated
  using (account_nominees.user_id = (select auth.uid())) with check (account_nominees.user_id = (select auth.uid()));
create policy "people name nobody" on public.account_nominees for delete to authenticated using (account_nominees.user_id = (select auth.uid()));

-- An erasure outlives the account, so that one that was cut off is finished, and that an operator can show that it was
-- done: once it is finished nothing but a hash of the id, the time and counts is left.
create table private.erasures (
  id uuid primary key default gen_random_uuid(),
  user_id uuid unique,
  user_hash text not null check (user_hash ~ '^[0-9a-f]{64}$'),
  requested_at timestamptz not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  documents integer not null default 0,
  files integer not null default 0,
  constraint erasures_forget_whom check (finished_at is null or user_id is null)
);
comment on table private.erasures is 'Accounts erased, by the SHA-256 of their id: what a restored backup is compared with.';
alter table private.erasures enable row level security;
grant all on private.erasures to service_role;

-- Takes the account itself away, and with it everything that hangs on it. The auth server's table is not the service's.
create function private.remove_account(account uuid) returns void
  language sql volatile security definer set search_path = ''
as $$
  delete from auth.users u where u.id = account
$$;
revoke execute on function private.remove_account(uuid) from public;
grant execute on function private.remove_account(uuid) to service_role;
