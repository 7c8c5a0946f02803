-- Upkeep that one process of the cluster does at a time, and each time only once, however many processes there are.
create table private.scheduled_jobs (
  name text primary key check (length(name) between 1 and 100),
  holder text,
  lease_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  last_error text
);
comment on table private.scheduled_jobs is 'When each scheduled job was last begun, by whom, and how it ended. A lease that ran out is a process that died.';
alter table private.scheduled_jobs enable row level security;
grant all on private.scheduled_jobs to service_role;

-- True for the one process that may run the job now: it is due, and nobody is at it. The advisory lock makes askers take turns.
create function private.claim_scheduled(job text, claimant text, due_every interval, lease interval) returns boolean
  language plpgsql set search_path = ''
as $$
declare
  at timestamptz := pg_catalog.clock_timestamp();
  claimed boolean;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('docuvault scheduled ' || job, 0));
  insert into private.scheduled_jobs as j (name, holder, lease_until, started_at)
  values (job, claimant, at + lease, at)
  on conflict (name) do update set holder = excluded.holder, lease_until = excluded.lease_until, started_at = excluded.started_at
  where (j.lease_until is null or j.lease_until < at) and (j.started_at is null or j.started_at + due_every <= at)
  returning true into claimed;
  return coalesce(claimed, false);
end
$$;
revoke execute on function private.claim_scheduled(text, text, interval, interval) from public;
grant execute on function private.claim_scheduled(text, text, interval, interval) to service_role;
