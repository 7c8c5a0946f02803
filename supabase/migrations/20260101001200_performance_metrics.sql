-- How long functions took and whether they succeeded; written by the server in batches, read by operators.
create table public.performance_metrics (
  id bigint generated always as identity primary key,
  function_name text not null,
  execution_time_ms double precision not null,
  memory_used_mb double precision,
  success boolean not null default true,
  user_tier text,
  "timestamp" timestamptz not null default now()
);
create index performance_metrics_time_idx on public.performance_metrics ("timestamp");
create index performance_metrics_function_idx on public.performance_metrics (function_name, "timestamp" desc);
comment on table public.performance_metrics is 'No person is named here. Kept for 30 days.';
alter table public.performance_metrics enable row level security;
revoke all on public.performance_metrics from anon, authenticated;
grant all on public.performance_metrics to service_role;
