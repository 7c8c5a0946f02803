-- What belongs to a document: versions of its file, text by page, extracted fields, tags, activity.
create table public.document_versions (
  document_id uuid not null,
  version integer not null,
  user_id uuid not null,
  blob_id uuid not null references private.blobs (id),
  file_name text not null,
  mime_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null,
  created_at timestamptz not null default now(),
  primary key (document_id, version),
  constraint document_versions_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create index document_versions_owner_idx on public.document_versions (user_id);
create index document_versions_document_idx on public.document_versions (document_id, user_id);
create index document_versions_blob_idx on public.document_versions (blob_id);

create table public.document_pages (
  document_id uuid not null,
  version integer not null,
  page integer not null check (page >= 1),
  user_id uuid not null,
  text text not null,
  source text not null check (source in ('text-layer', 'ocr', 'document')),
  confidence real,
  created_at timestamptz not null default now(),
  primary key (document_id, version, page),
  constraint document_pages_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create index document_pages_document_idx on public.document_pages (document_id, user_id);

create table public.document_fields (
  document_id uuid not null,
  name text not null,
  user_id uuid not null,
  value text not null,
  confidence real not null check (confidence between 0 and 1),
  page integer,
  source text not null check (source in ('rule', 'model', 'user')),
  updated_at timestamptz not null default now(),
  primary key (document_id, name),
  constraint document_fields_name_form check (name ~ '^[a-z][A-Za-z0-9]{0,63}$'),
  constraint document_fields_value_length check (length(value) <= 2000),
  constraint document_fields_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create index document_fields_owner_name_idx on public.document_fields (user_id, name);
create index document_fields_document_idx on public.document_fields (document_id, user_id);

create table public.document_tags (
  document_id uuid not null,
  tag_id uuid not null,
  user_id uuid not null,
  primary key (document_id, tag_id),
  constraint document_tags_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade,
  constraint document_tags_tag_fkey foreign key (tag_id, user_id) references public.tags (id, user_id) on delete cascade
);
create index document_tags_tag_idx on public.document_tags (tag_id, user_id);
create index document_tags_document_idx on public.document_tags (document_id, user_id);

create table public.document_activity (
  id uuid primary key,
  document_id uuid not null,
  user_id uuid not null,
  actor_id uuid,
  action text not null,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint document_activity_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create index document_activity_document_idx on public.document_activity (document_id, created_at desc);
create index document_activity_fkey_idx on public.document_activity (document_id, user_id);

comment on table public.document_versions is 'Every file a document has had; the highest version is the current one.';
comment on table public.document_pages is 'Text by page and version; kept page by page so that a retry goes on where it stopped.';
comment on table public.document_fields is 'Values read out of a document, or put in by a person (source user, which processing never overwrites).';
comment on table public.document_tags is 'Which tags a document carries.';
comment on table public.document_activity is 'What happened to a document, for its people to read.';

alter table public.document_versions enable row level security;
alter table public.document_pages enable row level security;
alter table public.document_fields enable row level security;
alter table public.document_tags enable row level security;
alter table public.document_activity enable row level security;
revoke all on public.document_versions, public.document_pages, public.document_fields, public.document_tags, public.document_activity from anon, authenticated;
grant select, insert on public.document_versions to authenticated;
grant select on public.document_pages to authenticated;
grant select, insert, update, delete on public.document_fields to authenticated;
grant select, insert, delete on public.document_tags to authenticated;
grant select, insert on public.document_activity to authenticated;

create policy "owners read their versions" on public.document_versions for select to authenticated using (document_versions.user_id = (select auth.uid()));
create policy "owners add versions" on public.document_versions for insert to authenticated with check (document_versions.user_id = (select auth.uid()));
create policy "owners read their pages" on public.document_pages for select to authenticated using (document_pages.user_id = (select auth.uid()));
create policy "owners read their fields" on public.document_fields for select to authenticated using (document_fields.user_id = (select auth.uid()));
create policy "owners add fields" on public.document_fields for insert to authenticated
  with check (document_fields.user_id = (select auth.uid()) and document_fields.source = 'user');
create policy "owners correct their fields" on public.document_fields for update to authenticated
  using (document_fields.user_id = (select auth.uid()))
  with check (document_fields.user_id = (select auth.uid()) and document_fields.source = 'user');
create policy "owners remove their fields" on public.document_fields for delete to authenticated using (document_fields.user_id = (select auth.uid()));
create policy "owners read their tagging" on public.document_tags for select to authenticated using (document_tags.user_id = (select auth.uid()));
create policy "owners tag" on public.document_tags for insert to authenticated with check (document_tags.user_id = (select auth.uid()));
create policy "owners untag" on public.document_tags for delete to authenticated using (document_tags.user_id = (select auth.uid()));
create policy "owners read what happened" on public.document_activity for select to authenticated using (document_activity.user_id = (select auth.uid()));
create policy "people record what they did" on public.document_activity for insert to authenticated
  with check (document_activity.user_id = (select auth.uid()) and document_activity.actor_id = (select auth.uid()));

create trigger document_fields_touch before update on public.document_fields for each row execute function private.touch_updated_at();
create trigger document_versions_blob_owner before insert on public.document_versions for each row execute function private.check_blob_owner();

-- Storage used follows the versions kept. Over the limit is SQLSTATE DVQ01, which the API answers as quota.storage_exceeded.
create function private.count_storage() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  room bigint;
begin
  if tg_op = 'INSERT' then
    update public.users u set storage_used = u.storage_used + new.size_bytes
    where u.id = new.user_id returning u.storage_limit - u.storage_used into room;
    if room < 0 then
      raise exception 'storage limit reached' using errcode = 'DVQ01';
    end if;
    return new;
  end if;
  update public.users u set storage_used = greatest(0, u.storage_used - old.size_bytes) where u.id = old.user_id;
  return old;
end
$$;
create trigger document_versions_count_storage after insert or delete on public.document_versions
  for each row execute function private.count_storage();
