-- How a person orders documents: folders (one place each), tags (many), saved views (a stored query).
create table public.folders (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  parent_id uuid,
  name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint folders_name_length check (length(name) between 1 and 200),
  constraint folders_not_own_parent check (parent_id <> id),
  constraint folders_id_user_key unique (id, user_id),
  constraint folders_parent_fkey foreign key (parent_id, user_id) references public.folders (id, user_id) on delete cascade
);
create unique index folders_name_key on public.folders (user_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
create index folders_parent_idx on public.folders (parent_id, user_id);

create table public.tags (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  name text not null,
  colour text,
  created_at timestamptz not null default now(),
  constraint tags_name_length check (length(name) between 1 and 100),
  constraint tags_colour_form check (colour ~ '^#[0-9a-f]{6}$'),
  constraint tags_id_user_key unique (id, user_id)
);
create unique index tags_name_key on public.tags (user_id, lower(name));

create table public.saved_views (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  name text not null,
  query jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint saved_views_name_length check (length(name) between 1 and 200),
  constraint saved_views_query_size check (length(query::text) <= 10000)
);
create unique index saved_views_name_key on public.saved_views (user_id, lower(name));

comment on table public.folders is 'Folders nest; a parent is always of the same person.';
comment on table public.tags is 'Tag names may nest by a slash.';
comment on table public.saved_views is 'Stored list queries.';

alter table public.folders enable row level security;
alter table public.tags enable row level security;
alter table public.saved_views enable row level security;
revoke all on public.folders, public.tags, public.saved_views from anon, authenticated;
grant select, insert, update, delete on public.folders, public.tags, public.saved_views to authenticated;

create policy "owners read their folders" on public.folders for select to authenticated using (folders.user_id = (select auth.uid()));
create policy "owners add folders" on public.folders for insert to authenticated with check (folders.user_id = (select auth.uid()));
create policy "owners change their folders" on public.folders for update to authenticated
  using (folders.user_id = (select auth.uid())) with check (folders.user_id = (select auth.uid()));
create policy "owners remove their folders" on public.folders for delete to authenticated using (folders.user_id = (select auth.uid()));

create policy "owners read their tags" on public.tags for select to authenticated using (tags.user_id = (select auth.uid()));
create policy "owners add tags" on public.tags for insert to authenticated with check (tags.user_id = (select auth.uid()));
create policy "owners change their tags" on public.tags for update to authenticated
  using (tags.user_id = (select auth.uid())) with check (tags.user_id = (select auth.uid()));
create policy "owners remove their tags" on public.tags for delete to authenticated using (tags.user_id = (select auth.uid()));

create policy "owners read their views" on public.saved_views for select to authenticated using (saved_views.user_id = (select auth.uid()));
create policy "owners add views" on public.saved_views for insert to authenticated with check (saved_views.user_id = (select auth.uid()));
create policy "owners change their views" on public.saved_views for update to authenticated
  using (saved_views.user_id = (select auth.uid())) with check (saved_views.user_id = (select auth.uid()));
create policy "owners remove their views" on public.saved_views for delete to authenticated using (saved_views.user_id = (select auth.uid()));

create trigger folders_touch before update on public.folders for each row execute function private.touch_updated_at();
create trigger saved_views_touch before update on public.saved_views for each row execute function private.touch_updated_at();
