-- Figures over time, partitioned by year. Rows that fit no partition go to the default one, so that no insert ever fails;
-- private.maintain_partitions() makes the years to come and moves rows of the default partition to where they belong.
create table public.analytics_data (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  metric_type text not null check (length(metric_type) between 1 and 100),
  metric_value double precision not null,
  dimensions jsonb not null default '{}',
  date_recorded timestamptz not null default now(),
  primary key (id, date_recorded)
) partition by range (date_recorded);
create table public.analytics_data_default partition of public.analytics_data default;
create index analytics_data_composite_idx on public.analytics_data (user_id, metric_type, date_recorded);
comment on table public.analytics_data is 'One figure of one person at one time.';

alter table public.analytics_data enable row level security;
alter table public.analytics_data_default enable row level security;
revoke all on public.analytics_data, public.analytics_data_default from anon, authenticated;
grant select, insert on public.analytics_data to authenticated;
create policy "people read their figures" on public.analytics_data for select to authenticated using (analytics_data.user_id = (select auth.uid()));
create policy "people add their figures" on public.analytics_data for insert to authenticated with check (analytics_data.user_id = (select auth.uid()));

create function private.ensure_analytics_partition(year integer) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  part text := 'analytics_data_' || year;
  lower_bound timestamptz := make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC');
  upper_bound timestamptz := make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC');
begin
  if pg_catalog.to_regclass('public.' || part) is not null then
    return;
  end if;
  execute pg_catalog.format('create table public.%I (like public.analytics_data including all)', part);
  execute pg_catalog.format('alter table public.%I enable row level security', part);
  execute pg_catalog.format('revoke all on public.%I from anon, authenticated', part);
  execute pg_catalog.format(
    'with moved as (delete from public.analytics_data_default where date_recorded >= %L and date_recorded < %L returning *) insert into public.%I select * from moved',
    lower_bound, upper_bound, part);
  execute pg_catalog.format('alter table public.analytics_data attach partition public.%I for values from (%L) to (%L)', part, lower_bound, upper_bound);
end
$$;

create function private.maintain_partitions(today date default current_date) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  year integer;
begin
  for year in
    select pg_catalog.generate_series(extract(year from today)::integer, extract(year from today)::integer + 2)
    union
    select distinct extract(year from d.date_recorded at time zone 'UTC')::integer from public.analytics_data_default d
    where d.date_recorded between '2000-01-01' and '2200-01-01'
  loop
    perform private.ensure_analytics_partition(year);
  end loop;
end
$$;
revoke execute on function private.ensure_analytics_partition(integer), private.maintain_partitions(date) from public;
grant execute on function private.maintain_partitions(date) to service_role;
select private.maintain_partitions();
