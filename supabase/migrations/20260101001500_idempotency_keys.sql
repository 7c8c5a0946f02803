-- Answers already given, by the key that the caller chose, so that a repeated call changes nothing.
create table public.idempotency_keys (
  user_id uuid not null references public.users (id) on delete cascade,
  key text not null check (length(key) between 1 and 200),
  function_name text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, function_name, key)
);
create index idempotency_keys_created_idx on public.idempotency_keys (created_at);
comment on table public.idempotency_keys is 'Kept for 24 hours. status is null while the first call is still at work.';
alter table public.idempotency_keys enable row level security;
revoke all on public.idempotency_keys from anon, authenticated;
grant select, insert, update, delete on public.idempotency_keys to authenticated;
create policy "people read their keys" on public.idempotency_keys for select to authenticated using (idempotency_keys.user_id = (select auth.uid()));
create policy "people claim keys" on public.idempotency_keys for insert to authenticated with check (idempotency_keys.user_id = (select auth.uid()));
create policy "people settle their keys" on public.idempotency_keys for update to authenticated
  using (idempotency_keys.user_id = (select auth.uid())) with check (idempotency_keys.user_id = (select auth.uid()));
create policy "people drop their keys" on public.idempotency_keys for delete to authenticated using (idempotency_keys.user_id = (select auth.uid()));
