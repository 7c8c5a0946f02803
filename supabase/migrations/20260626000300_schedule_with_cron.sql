-- pg_cron where it is present: the upkeep in SQL and, where pg_net is there too, a call of the functions that work where no worker runs.
-- Nothing here needs either extension, and without them nothing happens; extensions are looked for when a function runs.
comment on table private.settings is 'Operator settings that SQL needs: default_tier, product_logins; for cron functions_url and functions_key_secret (a secret of Supabase Vault) or functions_key.';

-- URL and key of the functions, or no row.
create function private.functions_to_call() returns table (url text, key text)
  language plpgsql stable security definer set search_path = ''
as $$
declare
  secret text := (select s.value from private.settings s where s.key = 'functions_key_secret');
begin
  url := (select pg_catalog.rtrim(s.value, '/') from private.settings s where s.key = 'functions_url');
  key := (select s.value from private.settings s where s.key = 'functions_key');
  if secret is not null and pg_catalog.to_regclass('vault.decrypted_secrets') is not null then
    execute 'select v.decrypted_secret from vault.decrypted_secrets v where v.name = $1' into key using secret;
  end if;
  if url is not null and key is not null and pg_catalog.to_regprocedure('net.http_post(text,jsonb,jsonb,jsonb,integer)') is not null then
    return next;
  end if;
end
$$;
comment on function private.functions_to_call() is 'Where cron may call the functions, with which key; no row where pg_net or a setting is missing. Read by definer functions alone.';

-- What cron calls each minute. A worker that was at its reminders lately does this work itself and is left alone.
create function private.call_functions() returns integer
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
  loop
    execute 'select net.http_post(url := $1, body := $2, headers := $3, timeout_milliseconds := 55000)' using
      target.url || path, '{}'::jsonb,
      pg_catalog.jsonb_build_object('content-type', 'application/json', 'apikey', target.key, 'authorization', 'Bearer ' || target.key);
    called := called + 1;
  end loop;
  return called;
end
$$;
comment on function private.call_functions() is 'POST reminder-engine/run, and document-processor/run while jobs are due, where no worker has been seen for three minutes. Answers how many calls.';

create function private.schedule_with_cron() returns integer
  language plpgsql set search_path = ''
as $$
declare
  job record;
  scheduled integer := 0;
begin
  if not exists (select from pg_catalog.pg_extension e where e.extname = 'pg_cron') then
    return 0;
  end if;
  if not pg_catalog.has_schema_privilege('cron', 'usage') then
    raise notice '% may not use schema cron: nothing is scheduled', current_user;
    return 0;
  end if;
  if not (select r.rolcanlogin from pg_catalog.pg_roles r where r.rolname = current_user) then
    raise exception 'pg_cron runs a job as the role that scheduled it, and % may not log in', current_user;
  end if;
  for job in
    select * from (values
      ('docuvault upkeep', '*/10 * * * *', 'select private.run_sql_upkeep()', true),
      ('docuvault functions', '* * * * *', 'select private.call_functions()', private.can_call_functions()),
      ('docuvault run history', '23 4 * * *',
        'delete from cron.job_run_details where end_time < now() - interval ''7 days'' and jobid in (select jobid from cron.job where jobname like ''docuvault %'')', true)
    ) j (name, schedule, command, wanted)
  loop
    if job.wanted then
      execute 'select cron.schedule($1::text, $2::text, $3::text)' using job.name, job.schedule, job.command;
      scheduled := scheduled + 1;
    else
      perform private.unschedule_cron(job.name);
    end if;
  end loop;
  return scheduled;
end
$$;
comment on function private.schedule_with_cron() is 'Schedules our jobs under the caller''s login where pg_cron is installed in this database, or brings them up to date. Answers how many; 0 without pg_cron.';

create function private.can_call_functions() returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from private.functions_to_call());

create function private.unschedule_cron(only_job text default null) returns integer
  language plpgsql set search_path = ''
as $$
declare
  ids bigint[];
  id bigint;
begin
  if not exists (select from pg_catalog.pg_extension e where e.extname = 'pg_cron') then
    return 0;
  end if;
  execute 'select array_agg(j.jobid) from cron.job j where j.username = current_user and j.jobname like ''docuvault %'' and ($1 is null or j.jobname = $1)' into ids using only_job;
  foreach id in array coalesce(ids, '{}') loop
    execute 'select cron.unschedule($1)' using id;
  end loop;
  return pg_catalog.cardinality(coalesce(ids, '{}'));
end
$$;
comment on function private.unschedule_cron(text) is 'Takes our jobs of the caller''s login out of pg_cron, or one of them. Answers how many there were.';

revoke execute on function private.functions_to_call(), private.call_functions(), private.schedule_with_cron(), private.can_call_functions(), private.unschedule_cron(text) from public;
grant execute on function private.call_functions(), private.schedule_with_cron(), private.can_call_functions(), private.unschedule_cron(text) to service_role;

-- What a migration schedules must not stop it: an operator whose pg_cron refuses schedules by hand later.
do $$
begin
  perform private.schedule_with_cron();
exception when others then
  raise notice 'nothing is scheduled with pg_cron: %', sqlerrm;
end
$$;
