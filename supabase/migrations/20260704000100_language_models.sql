-- Language models and translators outside the vault: agreed to by name and host, counted by the month, written down before anything
-- is sent, and what they translated kept.

alter table public.consents drop constraint consents_purpose_check;
alter table public.consents add constraint consents_purpose_check check (purpose in ('outside_reading', 'language_models'));
alter table public.consents drop constraint consents_recipient_check;
alter table public.consents add constraint consents_recipient_check check (length(recipient) between 1 and 300);

-- ai_used is the count of one month (its first day, UTC); of another month it says nothing.
alter table public.users add column ai_month date check (extract(day from ai_month) = 1);
comment on column public.users.ai_used is 'Calls to models in the month of ai_month, those that are on their way among them.';

-- Of these documents, those that the caller sees and whose owner agreed that they may go to this recipient.
create function private.may_leave(documents uuid[], what text, whereto text) returns setof uuid
  language sql stable security definer set search_path = '' rows 20
as $$
  select d.id from public.documents d
  where d.id = any (documents) and d.deleted_at is null
    and (d.user_id = (select auth.uid()) or d.id in (select private.shared_documents()))
    and coalesce((select c.granted and c.recipient = whereto from public.consents c where c.user_id = d.user_id and c.purpose = what order by c.decided_at desc, c.id desc limit 1), false)
$$;
revoke execute on function private.may_leave(uuid[], text, text) from public;
grant execute on function private.may_leave(uuid[], text, text) to authenticated;

create table public.ai_requests (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  purpose text not null check (purpose in ('chat', 'translation')),
  provider text not null check (length(provider) between 1 and 100),
  host text not null check (length(host) between 1 and 300),
  model text check (length(model) between 1 and 200),
  document_ids uuid[] not null default '{}',
  bytes integer not null check (bytes >= 0),
  outcome text not null default 'sent' check (outcome in ('sent', 'answered', 'unanswered')),
  sent_at timestamptz not null default now()
);
create index ai_requests_user_idx on public.ai_requests (user_id, sent_at desc, id desc);
comment on table public.ai_requests is 'What was sent to a model or a translator, where and when; written before it goes. Never the text.';

alter table public.ai_requests enable row level security;
revoke all on public.ai_requests from anon, authenticated;
grant select on public.ai_requests to authenticated;
grant all on public.ai_requests to service_role;
create policy "people read what was sent to models for them" on public.ai_requests
  for select to authenticated using (ai_requests.user_id = (select auth.uid()));

create table public.translations (
  user_id uuid not null references public.users (id) on delete cascade,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  source_language text not null check (length(source_language) between 2 and 35),
  target_language text not null check (length(target_language) between 2 and 35),
  provider text not null check (length(provider) between 1 and 100),
  document_id uuid references public.documents (id) on delete cascade,
  translation text not null check (length(translation) <= 100000),
  created_at timestamptz not null default now(),
  primary key (user_id, text_hash, source_language, target_language, provider)
);
create index translations_document_idx on public.translations (document_id);
comment on table public.translations is 'Pieces of texts that were translated, by the hash of the text; those of a document go with it.';

alter table public.translations enable row level security;
revoke all on public.translations from anon, authenticated;
grant select, insert on public.translations to authenticated;
grant all on public.translations to service_role;
create policy "people read their translations, of documents that they still see" on public.translations
  for select to authenticated
  using (translations.user_id = (select auth.uid())
    and (translations.document_id is null or exists (select from public.documents d where d.id = translations.document_id)));
create policy "people keep translations of what they see" on public.translations
  for insert to authenticated
  with check (translations.user_id = (select auth.uid())
    and (translations.document_id is null or exists (select from public.documents d where d.id = translations.document_id)));
