-- The household member's account beside auth.users: plan, limits, and how to address them.
create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text,
  full_name text,
  avatar_path text,
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  country text,
  subscription_tier text not null references private.tier_limits (tier),
  storage_used bigint not null default 0 check (storage_used >= 0),
  storage_limit bigint not null check (storage_limit >= 0),
  ai_used integer not null default 0,
  ai_limit integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_full_name_length check (length(full_name) <= 200),
  constraint users_locale_length check (length(locale) <= 35),
  constraint users_time_zone_length check (length(time_zone) <= 64)
);
create index users_subscription_tier_idx on public.users (subscription_tier);
comment on table public.users is 'One row a person; made with the auth user.';

alter table public.users enable row level security;
revoke all on public.users from anon, authenticated;
grant select on public.users to authenticated;
grant update (full_name, avatar_path, locale, time_zone, country) on public.users to authenticated;

create policy "people read their own account" on public.users
  for select to authenticated using (users.id = (select auth.uid()));
create policy "people change their own account" on public.users
  for update to authenticated
  using (users.id = (select auth.uid()))
  with check (users.id = (select auth.uid()));

create trigger users_touch before update on public.users
  for each row execute function private.touch_updated_at();

create function private.create_account() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.users (id, email, full_name, subscription_tier, storage_limit, ai_limit)
  select new.id, new.email, left(new.raw_user_meta_data ->> 'full_name', 200), l.tier, l.storage_bytes, l.ai_requests_per_month
  from private.tier_limits l
  where l.tier = (select s.value from private.settings s where s.key = 'default_tier');
  return new;
end
$$;

create trigger create_account after insert on auth.users
  for each row execute function private.create_account();

create function private.follow_email() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.users u set email = new.email where u.id = new.id;
  return new;
end
$$;

create trigger follow_email after update of email on auth.users
  for each row when (old.email is distinct from new.email) execute function private.follow_email();
