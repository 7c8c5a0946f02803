-- The inbox: what a person is told inside the product. Other channels (mail, push, SMS) start from these rows.
create table public.notifications (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null,
  title text not null,
  body text not null default '',
  data jsonb not null default '{}',
  dedupe_key text not null,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  constraint notifications_kind_form check (kind ~ '^[a-z_]{1,40}\.[a-z_]{1,40}$'),
  constraint notifications_title_length check (length(title) between 1 and 300),
  constraint notifications_body_length check (length(body) <= 4000),
  constraint notifications_dedupe_key_length check (length(dedupe_key) between 1 and 300),
  constraint notifications_dedupe_key unique (user_id, dedupe_key)
);
create index notifications_inbox_idx on public.notifications (user_id, created_at desc, id desc);
comment on table public.notifications is 'One thing told to one person, once: dedupe_key names the occasion. Identity numbers never stand here.';

alter table public.notifications enable row level security;
revoke all on public.notifications from anon, authenticated;
grant select on public.notifications to authenticated;
grant update (read_at) on public.notifications to authenticated;
grant all on public.notifications to service_role;

create policy "people read what they were told" on public.notifications
  for select to authenticated using (notifications.user_id = (select auth.uid()));
create policy "people mark what they have read" on public.notifications
  for update to authenticated
  using (notifications.user_id = (select auth.uid()))
  with check (notifications.user_id = (select auth.uid()));
