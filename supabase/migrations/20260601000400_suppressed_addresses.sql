-- What providers tell afterwards: addresses and numbers that take nothing any more, or whose person wants nothing, and what
-- became of each letter. Kept by address, not by person: whoever has the address is concerned, and a new address is free.
create table private.suppressed_addresses (
  channel text not null check (channel in ('email', 'sms')),
  address text not null check (length(address) between 3 and 320 and address = lower(address)),
  reason text not null check (reason in ('gone', 'complained', 'stopped')),
  provider text not null,
  detail text,
  since timestamptz not null,
  primary key (channel, address)
);
comment on table private.suppressed_addresses is 'gone: takes nothing for good (a bounce, a refusal); complained: marked as spam; stopped: its person said so. No row, no hindrance.';

create table private.provider_events (
  provider text not null,
  event_id text not null check (length(event_id) between 1 and 300),
  seen_at timestamptz not null,
  primary key (provider, event_id)
);
create index provider_events_seen_idx on private.provider_events (seen_at);
comment on table private.provider_events is 'Callbacks that were taken, by which the same one is known when it comes again.';

alter table private.suppressed_addresses enable row level security;
alter table private.provider_events enable row level security;
grant all on private.suppressed_addresses, private.provider_events to service_role;

alter table private.outbox add column delivery text check (delivery in ('delivered', 'delayed', 'failed', 'gone', 'complained', 'stopped'));
alter table private.outbox add column delivery_detail text;
alter table private.outbox add column delivery_at timestamptz;
comment on column private.outbox.delivery is 'What the provider told after it had taken the letter; null: nothing yet.';

-- The caller's own addresses that get nothing, and why.
create function private.my_suppressed_addresses() returns table (channel text, address text, reason text, since timestamptz)
  language sql stable security definer set search_path = '' rows 2
as $$
  select s.channel, s.address, s.reason, s.since
  from private.suppressed_addresses s
  join public.users u on u.id = (select auth.uid())
  left join public.reminder_preferences p on p.user_id = u.id
  where (s.channel = 'email' and s.address = pg_catalog.lower(u.email)) or (s.channel = 'sms' and s.address = p.phone)
  order by s.channel
$$;

-- The caller says that their own address takes messages again. A number that was stopped by a text is freed by a text only.
create function private.free_my_address(by_channel text) returns boolean
  language sql security definer set search_path = ''
as $$
  with freed as (
    delete from private.suppressed_addresses s
    using (select * from private.my_suppressed_addresses()) m
    where s.channel = by_channel and m.channel = s.channel and m.address = s.address and (s.channel, s.reason) <> ('sms', 'stopped')
    returning 1)
  select exists (select from freed)
$$;
revoke execute on function private.my_suppressed_addresses(), private.free_my_address(text) from public;
grant execute on function private.my_suppressed_addresses(), private.free_my_address(text) to authenticated;

-- An account that goes takes what is known of its addresses along.
create function private.forget_suppressed_addresses() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  delete from private.suppressed_addresses s where s.channel = 'email' and s.address = pg_catalog.lower(old.email)
    and not exists (select from public.users u where pg_catalog.lower(u.email) = s.address);
  return null;
end
$$;
create trigger users_forget_suppressed_addresses after delete on public.users
  for each row execute function private.forget_suppressed_addresses();
create index reminder_preferences_phone_idx on public.reminder_preferences (phone) where phone is not null;
