-- Keys that a person gives to programs of theirs. A key is known by its hash alone and opens no more than its scopes say.
create table public.api_keys (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  hint text not null check (length(hint) between 1 and 20),
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) between 1 and 40),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);
create index api_keys_owner_idx on public.api_keys (user_id, created_at desc, id desc);
comment on table public.api_keys is 'hint: how the key begins, by which its owner tells it from others. Taking a row away ends the key at once.';
alter table public.api_keys enable row level security;
revoke all on public.api_keys from anon, authenticated;
grant select (id, user_id, name, hint, scopes, created_at, expires_at, last_used_at), insert, delete on public.api_keys to authenticated;
create policy "people see their keys" on public.api_keys for select to authenticated using (api_keys.user_id = (select auth.uid()));
create policy "people make keys" on public.api_keys for insert to authenticated with check (api_keys.user_id = (select auth.uid()));
create policy "people end keys" on public.api_keys for delete to authenticated using (api_keys.user_id = (select auth.uid()));
