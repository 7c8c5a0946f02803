-- Links for people without an account: to read documents (share), or to send some in (request). The public side is served
-- by the service; tokens, passwords and sessions are kept as hashes, which no client role can read.
create table public.document_links (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null check (kind in ('share', 'request')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  label text,
  message text,
  password_hash text,
  permission text not null default 'view' check (permission in ('view', 'download')),
  watermark boolean not null default false,
  max_uses integer check (max_uses between 1 and 10000),
  uses integer not null default 0,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  folder_id uuid,
  person text,
  created_at timestamptz not null default now(),
  constraint document_links_label_length check (length(label) <= 200),
  constraint document_links_message_length check (length(message) <= 2000),
  constraint document_links_person_length check (length(person) <= 200),
  constraint document_links_id_user_key unique (id, user_id),
  constraint document_links_folder_fkey foreign key (folder_id, user_id) references public.folders (id, user_id) on delete set null (folder_id)
);
create index document_links_owner_idx on public.document_links (user_id, created_at desc, id desc);
create index document_links_folder_idx on public.document_links (folder_id, user_id);

create table public.document_link_items (
  link_id uuid not null,
  document_id uuid not null,
  user_id uuid not null,
  place integer not null,
  primary key (link_id, document_id),
  constraint document_link_items_link_fkey foreign key (link_id, user_id) references public.document_links (id, user_id) on delete cascade,
  constraint document_link_items_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create index document_link_items_link_idx on public.document_link_items (link_id, user_id);
create index document_link_items_document_idx on public.document_link_items (document_id, user_id);

create table public.document_link_visits (
  id uuid primary key,
  link_id uuid not null,
  user_id uuid not null,
  outcome text not null check (outcome in ('opened', 'wrong_password', 'locked', 'refused', 'viewed', 'downloaded', 'uploaded')),
  document_id uuid,
  viewer_name text,
  address text,
  user_agent text,
  session_hash text unique,
  session_until timestamptz,
  created_at timestamptz not null default now(),
  constraint document_link_visits_viewer_name_length check (length(viewer_name) <= 200),
  constraint document_link_visits_user_agent_length check (length(user_agent) <= 300),
  constraint document_link_visits_link_fkey foreign key (link_id, user_id) references public.document_links (id, user_id) on delete cascade
);
create index document_link_visits_link_idx on public.document_link_visits (link_id, user_id, created_at desc, id desc);

comment on table public.document_links is 'A link by which somebody without an account reads documents of user_id, or sends some in.';
comment on table public.document_link_items is 'Which documents a share link shows, in order; always of the link''s own person.';
comment on table public.document_link_visits is 'The access log of a link. The row of an opening is also the visitor''s session.';

-- Children give no links.
create function private.may_give_links() returns boolean
  language sql stable security definer set search_path = ''
as $$
  select not exists (select from public.family_members m where m.user_id = (select auth.uid()) and m.role = 'child')
$$;
grant execute on function private.may_give_links() to authenticated;

alter table public.document_links enable row level security;
alter table public.document_link_items enable row level security;
alter table public.document_link_visits enable row level security;
revoke all on public.document_links, public.document_link_items, public.document_link_visits from anon, authenticated;
grant select (id, user_id, kind, label, message, permission, watermark, max_uses, uses, expires_at, revoked_at, folder_id, person, created_at, locked_until) on public.document_links to authenticated;
grant insert (id, user_id, kind, token_hash, label, message, password_hash, permission, watermark, max_uses, expires_at, folder_id, person) on public.document_links to authenticated;
grant update (revoked_at) on public.document_links to authenticated;
grant select, insert on public.document_link_items to authenticated;
grant select (id, link_id, user_id, outcome, document_id, viewer_name, address, user_agent, created_at) on public.document_link_visits to authenticated;
grant all on public.document_links, public.document_link_items, public.document_link_visits to service_role;

create policy "people read their links" on public.document_links
  for select to authenticated using (document_links.user_id = (select auth.uid()));
create policy "grown people give links" on public.document_links
  for insert to authenticated with check (document_links.user_id = (select auth.uid()) and (select private.may_give_links()));
create policy "people revoke their links" on public.document_links
  for update to authenticated
  using (document_links.user_id = (select auth.uid()))
  with check (document_links.user_id = (select auth.uid()));
create policy "people read what their links show" on public.document_link_items
  for select to authenticated using (document_link_items.user_id = (select auth.uid()));
create policy "people say what their links show" on public.document_link_items
  for insert to authenticated with check (document_link_items.user_id = (select auth.uid()));
create policy "people read who used their links" on public.document_link_visits
  for select to authenticated using (document_link_visits.user_id = (select auth.uid()));

-- Whether a link of the caller's opens with a password; the hash itself is out of reach.
create function private.link_has_password(link uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select l.password_hash is not null from public.document_links l where l.id = link and l.user_id = (select auth.uid())
$$;
grant execute on function private.link_has_password(uuid) to authenticated;
