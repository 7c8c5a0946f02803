-- Subscriptions: what an account pays for and at whom, what the providers told of it, and which tier follows from that. Only the
-- service writes here. No plan's end removes anything: limits become smaller, and what is stored stays readable.
alter table private.tier_limits add column members_covered integer not null default 0 check (members_covered >= 0);
comment on column private.tier_limits.members_covered is 'So many members of the family vaults that its owner runs have premium limits of their own while a subscription of this tier runs.';
update private.tier_limits set members_covered = 6 where tier = 'family_plus';
update private.tier_limits set members_covered = 25 where tier = 'business';

create table private.plan_prices (
  tier text not null references private.tier_limits (tier),
  period text not null check (period in ('month', 'year')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount integer not null check (amount > 0),
  primary key (tier, period, currency)
);
comment on table private.plan_prices is 'What plans cost, in minor units (cents, paise). The operator changes them here; a running subscription keeps its own price.';
alter table private.plan_prices enable row level security;
insert into private.plan_prices (tier, period, currency, amount) values
  ('premium', 'month', 'USD', 499), ('premium', 'year', 'USD', 4990), ('premium', 'month', 'EUR', 499), ('premium', 'year', 'EUR', 4990),
  ('premium', 'month', 'INR', 19900), ('premium', 'year', 'INR', 199000),
  ('family_plus', 'month', 'USD', 999), ('family_plus', 'year', 'USD', 9990), ('family_plus', 'month', 'EUR', 999), ('family_plus', 'year', 'EUR', 9990),
  ('family_plus', 'month', 'INR', 39900), ('family_plus', 'year', 'INR', 399000),
  ('business', 'month', 'USD', 2900), ('business', 'year', 'USD', 29000), ('business', 'month', 'EUR', 2900), ('business', 'year', 'EUR', 29000),
  ('business', 'month', 'INR', 149900), ('business', 'year', 'INR', 1499000);

create table public.subscriptions (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  provider text not null check (provider in ('stripe', 'razorpay')),
  provider_reference text not null check (length(provider_reference) between 1 and 255),
  provider_customer_id text,
  tier text not null references private.tier_limits (tier),
  period text not null check (period in ('month', 'year')),
  currency text,
  amount bigint,
  renews boolean not null default true,
  status text not null check (status in ('incomplete', 'active', 'past_due', 'paused', 'canceled')),
  current_period_start timestamptz,
  current_period_end timestamptz not null,
  cancel_at_period_end boolean not null default false,
  grace_until timestamptz,
  ended_at timestamptz,
  last_paid text,
  state_at timestamptz not null,
  asked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscriptions_reference_key unique (provider, provider_reference),
  constraint subscriptions_ended check ((status = 'canceled') = (ended_at is not null))
);
create index subscriptions_user_idx on public.subscriptions (user_id, created_at desc);
create index subscriptions_tier_idx on public.subscriptions (tier);
create index subscriptions_period_end_idx on public.subscriptions (current_period_end) where ended_at is null;
comment on table public.subscriptions is 'A subscription at a provider (provider_reference is its id there), or with renews = false a period that was paid for (the id of its order).';
comment on column public.subscriptions.state_at is 'The provider''s time of the newest thing known; what is older changes nothing.';
comment on column public.subscriptions.asked_at is 'When the provider was asked last, by our clock; an answer to an earlier question changes nothing.';
comment on column public.subscriptions.last_paid is 'The invoice or payment that was paid last: a late word of its failed attempt says nothing.';

create table public.payment_events (
  id uuid not null default gen_random_uuid(),
  provider text not null check (provider in ('stripe', 'razorpay')),
  event_id text not null check (length(event_id) between 1 and 300),
  body_sha256 text not null,
  type text not null,
  user_id uuid references public.users (id) on delete set null,
  subscription_id uuid references public.subscriptions (id) on delete set null,
  outcome text not null check (outcome in ('applied', 'nothing', 'stale', 'unknown', 'mismatch')),
  reference text,
  said text check (said in ('incomplete', 'active', 'past_due', 'paused', 'canceled')),
  period_end timestamptz,
  amount bigint,
  currency text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  primary key (provider, event_id),
  constraint payment_events_body_key unique (provider, body_sha256)
);
create index payment_events_user_idx on public.payment_events (user_id, received_at desc);
create index payment_events_subscription_idx on public.payment_events (subscription_id);
create index payment_events_reference_idx on public.payment_events (provider, reference) where said is not null;
comment on table public.payment_events is 'Each event of a provider once, in one transaction with what it changed. Without names, cards or addresses.';
comment on column public.payment_events.said is 'What the event makes of the subscription in reference: said again when that subscription becomes known only later.';

create table private.payment_customers (
  provider text not null,
  customer_id text not null,
  user_id uuid not null references public.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (provider, customer_id)
);
create index payment_customers_user_idx on private.payment_customers (user_id, provider);
comment on table private.payment_customers is 'Who a customer of a provider is here; events of customers that do not stand here change nothing.';

create table private.checkouts (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  provider text not null,
  reference text,
  tier text not null references private.tier_limits (tier),
  period text not null check (period in ('month', 'year')),
  currency text not null,
  amount bigint not null,
  replaces uuid,
  status text not null default 'opening' check (status in ('opening', 'open', 'paid', 'expired')),
  asked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint checkouts_reference_key unique (provider, reference)
);
create index checkouts_user_idx on private.checkouts (user_id, created_at desc);
create index checkouts_tier_idx on private.checkouts (tier);
create index checkouts_open_idx on private.checkouts (created_at) where status = 'open';
comment on table private.checkouts is 'What somebody was about to buy, at which price: a payment counts when it is of this amount and currency. reference: the session''s or the order''s id; replaces: the paid period whose rest was set off.';

create table private.payments_to_end (
  provider text not null,
  reference text not null,
  reason text not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (provider, reference)
);
comment on table private.payments_to_end is 'Subscriptions that the provider has still to be told to end: their account is gone, or they are the second of one person.';

alter table public.users add column granted_tier text references private.tier_limits (tier), add column plan_from uuid;
create index users_granted_tier_idx on public.users (granted_tier);
create index users_plan_from_idx on public.users (plan_from) where plan_from is not null;
comment on column public.users.granted_tier is 'What the account has without a subscription, noted when the first one begins; null: never had one.';
comment on column public.users.plan_from is 'The subscription, its own or that of a family''s owner, by which it has its tier.';

alter table public.subscriptions enable row level security;
alter table public.payment_events enable row level security;
alter table private.payment_customers enable row level security;
alter table private.checkouts enable row level security;
alter table private.payments_to_end enable row level security;
revoke all on public.subscriptions, public.payment_events from anon, authenticated;
grant select on public.subscriptions, public.payment_events to authenticated;
grant all on public.subscriptions, public.payment_events to service_role;
grant all on private.plan_prices, private.payment_customers, private.checkouts, private.payments_to_end to service_role;
create policy "people read their own subscriptions" on public.subscriptions
  for select to authenticated using (subscriptions.user_id = (select auth.uid()));
create policy "people read what was told of their payments" on public.payment_events
  for select to authenticated using (payment_events.user_id = (select auth.uid()));
create trigger subscriptions_touch before update on public.subscriptions for each row execute function private.touch_updated_at();

-- So long a tier outlives a payment that failed, or a period whose renewal nobody could ask about.
create function private.billing_grace() returns interval language sql immutable set search_path = '' as $$ select interval '14 days' $$;

-- Whether a subscription gives its tier at that moment.
create function private.gives_tier(s public.subscriptions, at timestamptz) returns boolean
  language sql stable set search_path = ''
as $$
  select s.ended_at is null and case s.status
    when 'active' then s.current_period_end + case when s.renews and not s.cancel_at_period_end then private.billing_grace() else interval '0' end > at
    when 'past_due' then s.grace_until > at
    else false end
$$;

create function private.tier_rank(tier text) returns integer
  language sql immutable set search_path = '' as $$ select pg_catalog.array_position(array['free', 'premium', 'family_plus', 'business'], tier) $$;

-- The subscription by whose owner somebody is covered: of a vault's members those who came first, as many as its tier covers.
create function private.covering_subscription(holder uuid, at timestamptz) returns uuid
  language sql stable set search_path = ''
as $$
  select s.id
  from public.family_members me
  join public.family_members o on o.vault_id = me.vault_id and o.role = 'owner' and o.user_id <> me.user_id
  join public.subscriptions s on s.user_id = o.user_id and s.ended_at is null
  join private.tier_limits l on l.tier = s.tier
  where me.user_id = holder and me.role <> 'owner' and private.gives_tier(s, at)
    and l.members_covered > (
      select count(*) from public.family_members f
      where f.vault_id = me.vault_id and f.role <> 'owner' and (f.joined_at, f.user_id) < (me.joined_at, me.user_id))
  order by s.created_at limit 1
$$;

-- Gives an account the tier that it is due: of its own subscription, else by the family that it is in, else what it had before.
-- Answers the tier before and after. Limits change with the tier only.
create function private.settle_plan(holder uuid, at timestamptz, out before text, out after text)
  language plpgsql set search_path = ''
as $$
declare
  account public.users;
  own public.subscriptions;
  source uuid;
begin
  select u.* into account from public.users u where u.id = holder for update;
  if not found then
    return;
  end if;
  before := account.subscription_tier;
  select s.* into own from public.subscriptions s where s.user_id = holder and private.gives_tier(s, at)
  order by private.tier_rank(s.tier) desc, s.current_period_end desc limit 1;
  source := coalesce(own.id, private.covering_subscription(holder, at));
  if source is null and account.granted_tier is null then
    after := before;
    return;
  end if;
  account.granted_tier := coalesce(account.granted_tier, before);
  after := case
    when own.id is not null then own.tier
    when source is not null and private.tier_rank(account.granted_tier) < private.tier_rank('premium') then 'premium'
    else account.granted_tier end;
  update public.users u set granted_tier = account.granted_tier, plan_from = source where u.id = holder;
  update public.users u set subscription_tier = l.tier, storage_limit = l.storage_bytes, ai_limit = l.ai_requests_per_month
  from private.tier_limits l where u.id = holder and l.tier = after and u.subscription_tier <> after;
end
$$;

-- Whose plan is another than it should be: its subscription gives no more, or what covered it is gone.
create function private.plans_to_settle(at timestamptz) returns setof uuid
  language sql stable set search_path = ''
as $$
  select u.id from public.users u left join public.subscriptions s on s.id = u.plan_from
  where u.plan_from is not null and (s.id is null or not private.gives_tier(s, at)
    or (s.user_id <> u.id and private.covering_subscription(u.id, at) is null))
$$;

-- Who joins or leaves a family whose owner pays for it is covered at once, or no more.
create function private.settle_member() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  changed public.family_members := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select from public.users u where u.id = changed.user_id and u.plan_from is not null) or exists (
    select from public.family_members o join public.subscriptions s on s.user_id = o.user_id
    where o.vault_id = changed.vault_id and o.role = 'owner' and s.ended_at is null) then
    perform private.settle_plan(changed.user_id, pg_catalog.clock_timestamp());
  end if;
  return null;
end
$$;
create trigger family_members_settle_plan after insert or delete on public.family_members
  for each row execute function private.settle_member();

-- An account that goes must not be charged on: what still renews is ended at the provider by the next run.
create function private.end_payments() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if old.ended_at is null and old.renews then
    insert into private.payments_to_end (provider, reference, reason) values (old.provider, old.provider_reference, 'account gone')
    on conflict (provider, reference) do nothing;
  end if;
  return null;
end
$$;
create trigger subscriptions_end_payments after delete on public.subscriptions for each row execute function private.end_payments();

revoke execute on function private.billing_grace(), private.gives_tier(public.subscriptions, timestamptz), private.tier_rank(text), private.covering_subscription(uuid, timestamptz),
  private.settle_plan(uuid, timestamptz), private.plans_to_settle(timestamptz), private.settle_member(), private.end_payments() from public;
grant execute on function private.billing_grace(), private.gives_tier(public.subscriptions, timestamptz), private.tier_rank(text), private.covering_subscription(uuid, timestamptz),
  private.settle_plan(uuid, timestamptz), private.plans_to_settle(timestamptz) to service_role;
