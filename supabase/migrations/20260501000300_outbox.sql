-- What is to leave the vault by mail, SMS or push. A worker spreads each notification once over the channels that its person
-- wants and that have a provider: one row a notification and channel, so that nothing is sent twice.
alter table public.notifications add column spread_at timestamptz;
create index notifications_to_spread_idx on public.notifications (created_at) where spread_at is null;

create table private.outbox (
  id uuid primary key,
  notification_id uuid not null references public.notifications (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  channel text not null check (channel in ('email', 'sms', 'push')),
  status text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_until timestamptz,
  provider text,
  provider_message_id text,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint outbox_once unique (notification_id, channel)
);
create index outbox_due_idx on private.outbox (next_at) where status in ('queued', 'sending');
create index outbox_user_idx on private.outbox (user_id);
create index outbox_provider_message_idx on private.outbox (provider, provider_message_id) where provider_message_id is not null;
comment on table private.outbox is 'failed is the dead letter, with its reason in last_error; dropped is what its person did not want (any more).';
alter table private.outbox enable row level security;
grant all on private.outbox to service_role;
