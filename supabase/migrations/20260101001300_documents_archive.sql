-- Where the lifecycle puts the metadata of documents that nobody has opened for long; the owner still sees them.
create table public.documents_archive (
  like public.documents including defaults including constraints,
  archived_at timestamptz not null default now(),
  primary key (id),
  constraint documents_archive_user_fkey foreign key (user_id) references public.users (id) on delete cascade
);
create index documents_archive_owner_idx on public.documents_archive (user_id, created_at desc);
comment on table public.documents_archive is 'Same columns as documents, and when it was archived.';
alter table public.documents_archive enable row level security;
revoke all on public.documents_archive from anon, authenticated;
grant select on public.documents_archive to authenticated;
create policy "owners read their archive" on public.documents_archive
  for select to authenticated using (documents_archive.user_id = (select auth.uid()));
