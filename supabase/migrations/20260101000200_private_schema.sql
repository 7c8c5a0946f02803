-- What the application keeps to itself: helpers of policies, settings, keys. No client role may read its tables.
create schema private;
grant usage on schema private to authenticated, anon, service_role;
alter default privileges revoke execute on functions from public;
alter default privileges in schema private grant all on tables to service_role;

create table private.settings (
  key text primary key,
  value text not null,
  updated_at timestamptz not null default now()
);
comment on table private.settings is 'Operator settings that SQL needs: default_tier.';
alter table private.settings enable row level security;
insert into private.settings (key, value) values ('default_tier', 'free');

create table private.tier_limits (
  tier text primary key,
  requests_per_hour integer not null,
  storage_bytes bigint not null,
  ai_requests_per_month integer not null
);
comment on table private.tier_limits is 'What each subscription tier may use; the hourly limits are the guide''s.';
alter table private.tier_limits enable row level security;
insert into private.tier_limits values
  ('free', 100, 1073741824, 50),
  ('premium', 500, 53687091200, 1000),
  ('family_plus', 1000, 214748364800, 5000),
  ('business', 5000, 1099511627776, 50000);

create function private.touch_updated_at() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  new.updated_at := pg_catalog.now();
  return new;
end
$$;
