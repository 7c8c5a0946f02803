-- Where no worker runs, cron calls subscription-manager/run as well, while something of subscriptions is due.
create function private.billing_is_due(at timestamptz) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
      select from private.checkouts c
      where c.status = 'open' and c.created_at < at - interval '2 minutes' and (c.asked_at is null or c.asked_at < at - interval '10 minutes'))
    or exists (
      select from public.subscriptions s
      where s.ended_at is null and (
        (not s.renews and (s.current_period_end <= at or s.current_period_end between at + interval '7 days' - interval '10 minutes' and at + interval '7 days'))
        or (s.cancel_at_period_end and s.current_period_end <= at - interval '1 day')
        or (s.renews and (s.current_period_end < at - interval '1 hour' or s.status = 'past_due') and coalesce(s.asked_at, s.updated_at) < at - interval '1 hour'
          and s.current_period_end > at - interval '60 days')))
    or exists (select from private.payments_to_end p where p.done_at is null)
    or exists (select from private.plans_to_settle(at))
$$;
comment on function private.billing_is_due(timestamptz) is 'Whether subscription-manager/run has something to ask, to end, to settle or to say.';

create or replace function private.call_functions() returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  target record;
  called integer := 0;
  path text;
begin
  select f.url, f.key into target from private.functions_to_call() f;
  if not found or exists (
    select from private.scheduled_jobs j
    where j.name = 'reminders' and (j.started_at > pg_catalog.clock_timestamp() - interval '3 minutes' or j.lease_until > pg_catalog.clock_timestamp())) then
    return 0;
  end if;
  for path in
    select '/reminder-engine/run'
    union all
    select '/document-processor/run' where exists (select from public.processing_queue q where q.status = 'queued' and q.run_at <= pg_catalog.now())
    union all
    select '/subscription-manager/run' where private.billing_is_due(pg_catalog.now())
  loop
    execute 'select net.http_post(url := $1, body := $2, headers := $3, timeout_milliseconds := 55000)' using
      target.url || path, '{}'::jsonb,
      pg_catalog.jsonb_build_object('content-type', 'application/json', 'apikey', target.key, 'authorization', 'Bearer ' || target.key);
    called := called + 1;
  end loop;
  return called;
end
$$;
comment on function private.call_functions() is 'POST reminder-engine/run, and document-processor/run and subscription-manager/run while something is due, where no worker has been seen for three minutes. Answers how many calls.';

revoke execute on function private.billing_is_due(timestamptz) from public;
grant execute on function private.billing_is_due(timestamptz) to service_role;
