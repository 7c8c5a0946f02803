-- The queue of the guide: one row a job. Workers claim with a lease; a lease that runs out gives the job back.
create table public.processing_queue (
  id uuid primary key,
  document_id uuid references public.documents (id) on delete cascade,
  user_id uuid references public.users (id) on delete cascade,
  kind text not null default 'process' check (length(kind) between 1 and 40),
  status text not null default 'queued' check (status in ('queued', 'processing', 'completed', 'failed')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  priority_rank smallint generated always as (case priority when 'high' then 0 when 'normal' then 1 else 2 end) stored,
  stage text not null default 'queued',
  progress real not null default 0 check (progress between 0 and 1),
  attempts integer not null default 0,
  max_attempts integer not null default 5,
  payload jsonb not null default '{}',
  run_at timestamptz not null default now(),
  lease_until timestamptz,
  lease_token uuid,
  worker text,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz
);
create index processing_queue_claim_idx on public.processing_queue (kind, user_id, priority_rank, run_at, id) where status = 'queued';
create index processing_queue_lease_idx on public.processing_queue (lease_until) where status = 'processing';
create index processing_queue_document_idx on public.processing_queue (document_id, created_at desc, id desc);
create index processing_queue_user_idx on public.processing_queue (user_id);
create unique index processing_queue_live_key on public.processing_queue (document_id, kind) where status in ('queued', 'processing');
comment on table public.processing_queue is 'Jobs of kind process (reading) and embed; status failed is the dead letter, with its reason in last_error. At most one live job of a kind a document.';

alter table public.processing_queue enable row level security;
revoke all on public.processing_queue from anon, authenticated;
grant select (id, document_id, user_id, kind, status, priority, stage, progress, attempts, max_attempts, run_at, last_error, created_at, updated_at, finished_at)
  on public.processing_queue to authenticated;
create policy "owners follow their jobs" on public.processing_queue
  for select to authenticated using (processing_queue.user_id = (select auth.uid()));

-- Acting as the person: puts a document of theirs in the queue. A live job of the document is left alone, unless the payload
-- asks to start over ("fresh"): then it is taken away from whoever is at it. Embedding of what is read anew is dropped.
create function public.enqueue_processing(
    document uuid, job_id uuid, job_priority text default 'normal', job_payload jsonb default '{}', job_run_at timestamptz default now())
  returns uuid language plpgsql security definer set search_path = ''
as $$
declare
  owner uuid;
  queued uuid;
begin
  select d.user_id into owner from public.documents d
  where d.id = document and d.user_id = (select auth.uid());
  if owner is null then
    raise exception 'no such document' using errcode = '42501';
  end if;
  delete from public.processing_queue q
  where q.document_id = document and q.kind = 'embed' and q.status in ('queued', 'processing') and job_payload ? 'fresh';
  insert into public.processing_queue (id, document_id, user_id, kind, priority, payload, run_at, created_at)
  values (job_id, document, owner, 'process', job_priority, job_payload, job_run_at, job_run_at)
  on conflict (document_id, kind) where status in ('queued', 'processing') do update set
    payload = processing_queue.payload || excluded.payload,
    run_at = least(processing_queue.run_at, excluded.run_at),
    status = case when excluded.payload ? 'fresh' then 'queued' else processing_queue.status end,
    stage = case when excluded.payload ? 'fresh' then 'queued' else processing_queue.stage end,
    progress = case when excluded.payload ? 'fresh' then 0 else processing_queue.progress end,
    attempts = case when excluded.payload ? 'fresh' then 0 else processing_queue.attempts end,
    lease_token = case when excluded.payload ? 'fresh' then null else processing_queue.lease_token end,
    lease_until = case when excluded.payload ? 'fresh' then null else processing_queue.lease_until end
  returning id into queued;
  perform pg_catalog.pg_notify('processing_queue', queued::text);
  return queued;
end
$$;
revoke execute on function public.enqueue_processing(uuid, uuid, text, jsonb, timestamptz) from public, anon;
grant execute on function public.enqueue_processing(uuid, uuid, text, jsonb, timestamptz) to authenticated, service_role;

-- Browsers follow changes of their documents by server-sent events; this is where those come from.
create function private.announce_document() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_catalog.pg_notify('document_events', pg_catalog.json_build_object(
    'userId', coalesce(new.user_id, old.user_id), 'documentId', coalesce(new.id, old.id),
    'status', new.status, 'deleted', new.id is null or new.deleted_at is not null)::text);
  return null;
end
$$;
create trigger documents_announce after insert or delete or update of status, title, category, document_type, folder_id, deleted_at, page_count
  on public.documents for each row execute function private.announce_document();

create function private.announce_progress() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_catalog.pg_notify('document_events', pg_catalog.json_build_object(
    'userId', new.user_id, 'documentId', new.document_id, 'status', new.status, 'stage', new.stage, 'progress', new.progress)::text);
  return null;
end
$$;
create trigger processing_queue_announce after update of stage, progress, status on public.processing_queue
  for each row when (new.document_id is not null and (old.stage, old.progress, old.status) is distinct from (new.stage, new.progress, new.status))
  execute function private.announce_progress();
