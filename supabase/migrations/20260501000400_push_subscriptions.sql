-- Where a person's browsers and apps take pushes.
create table public.push_subscriptions (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null check (kind in ('web', 'fcm')),
  endpoint text not null check (length(endpoint) between 10 and 2000),
  keys jsonb,
  created_at timestamptz not null default now(),
  constraint push_subscriptions_keys_of_browsers check ((kind = 'web') = (keys is not null)),
  constraint push_subscriptions_once unique (user_id, endpoint)
);
comment on table public.push_subscriptions is 'kind web: an endpoint of Web Push and its keys; kind fcm: a token of Firebase. Removed when the push service says that it is gone.';

alter table public.push_subscriptions enable row level security;
revoke all on public.push_subscriptions from anon, authenticated;
grant select, insert, delete on public.push_subscriptions to authenticated;
grant update (keys) on public.push_subscriptions to authenticated;
grant all on public.push_subscriptions to service_role;

create policy "people read their own subscriptions" on public.push_subscriptions
  for select to authenticated using (push_subscriptions.user_id = (select auth.uid()));
create policy "people subscribe" on public.push_subscriptions
  for insert to authenticated with check (push_subscriptions.user_id = (select auth.uid()));
create policy "people renew their subscriptions" on public.push_subscriptions
  for update to authenticated
  using (push_subscriptions.user_id = (select auth.uid()))
  with check (push_subscriptions.user_id = (select auth.uid()));
create policy "people unsubscribe" on public.push_subscriptions
  for delete to authenticated using (push_subscriptions.user_id = (select auth.uid()));
