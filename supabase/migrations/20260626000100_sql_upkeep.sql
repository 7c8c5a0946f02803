-- The upkeep that needs nothing but SQL, as one function, so that pg_cron can do it where it is present and a worker does where not.
create function private.reclaim_jobs(moment timestamptz, everything boolean) returns integer
  language sql security definer set search_path = ''
as $$
  with lost as (
    select q.id, q.attempts >= q.max_attempts as dead from public.processing_queue q
    where q.status = 'processing' and (everything or q.lease_until < moment or q.lease_until > moment + interval '20 minutes') for update skip locked),
  early as (
    update public.processing_queue q set run_at = moment where q.status = 'queued' and q.run_at > moment + interval '20 minutes' returning q.id),
  freed as (
    update public.processing_queue q set status = case when lost.dead then 'failed' else 'queued' end, last_error = 'processing.worker_lost',
      payload = case when lost.dead then '{}'::jsonb else q.payload end, finished_at = case when lost.dead then moment end,
      run_at = moment + case when q.attempts <= 1 then interval '0' else (random() + 0.5) * 5 * power(3, q.attempts - 2) * interval '1 second' end,
      lease_token = null, lease_until = null, updated_at = moment
    from lost where q.id = lost.id returning q.id, q.document_id, q.status),
  shown as (
    update public.documents d set status = 'failed', failure_code = 'processing.worker_lost',
      failure_message = 'Reading this document stopped the reader each time. It is kept; try again later.'
    from freed where d.id = freed.document_id and freed.status = 'failed')
  select (select count(*) from freed)::integer + (select count(*) from early)::integer
$$;
comment on function private.reclaim_jobs(timestamptz, boolean) is 'Takes jobs away from workers that died, or, with everything, from all. Answers how many were freed.';

create function private.sql_upkeep(moment timestamptz default pg_catalog.now()) returns table (keys_forgotten integer, jobs_forgotten integer, jobs_reclaimed integer)
  language plpgsql security definer set search_path = ''
as $$
begin
  jobs_reclaimed := private.reclaim_jobs(moment, false);
  delete from public.idempotency_keys k where k.created_at < moment - interval '1 day';
  get diagnostics keys_forgotten = row_count;
  delete from public.processing_queue q where q.status = 'completed' and q.finished_at < moment - interval '7 days';
  get diagnostics jobs_forgotten = row_count;
  delete from private.rate_windows w where w.newest < floor(extract(epoch from moment - interval '2 hours') / 60)::bigint;
  -- Recordings of signed callbacks are refused by their time before that; Twilio's carry none, so its ids are kept.
  delete from private.provider_events e where e.provider <> 'twilio' and e.seen_at < moment - interval '30 days';
  perform private.maintain_partitions(moment::date);
  return next;
end
$$;
comment on function private.sql_upkeep(timestamptz) is 'Takes back jobs of dead workers, forgets what is over, makes partitions ahead. Safe to run twice, and at once.';

-- What cron calls: true when it was due and is done. Claim and work are one transaction, so a failure leaves the job due.
create function private.run_sql_upkeep(claimant text default 'pg_cron') returns boolean
  language plpgsql security definer set search_path = ''
as $$
begin
  if not private.claim_scheduled('sql upkeep', claimant, interval '1 hour', interval '10 minutes') then
    return false;
  end if;
  perform private.sql_upkeep();
  update private.scheduled_jobs j set lease_until = null, finished_at = pg_catalog.clock_timestamp(), last_error = null where j.name = 'sql upkeep';
  return true;
end
$$;
comment on function private.run_sql_upkeep(text) is 'The upkeep in SQL, once an hour in the cluster whoever calls it, a worker''s runs counted too.';
revoke execute on function private.reclaim_jobs(timestamptz, boolean), private.sql_upkeep(timestamptz), private.run_sql_upkeep(text) from public;
grant execute on function private.reclaim_jobs(timestamptz, boolean), private.sql_upkeep(timestamptz), private.run_sql_upkeep(text) to service_role;
