-- Families: vaults that people share in, who is in them, invitations, and what happened. People read these tables; they
-- change them through the functions of 20260301000600, which know who may do what.
create table public.family_vaults (
  id uuid primary key,
  name text not null,
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint family_vaults_name_length check (length(name) between 1 and 200)
);
create index family_vaults_created_by_idx on public.family_vaults (created_by);

create table public.family_members (
  vault_id uuid not null references public.family_vaults (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer', 'child')),
  person text,
  joined_at timestamptz not null default now(),
  primary key (vault_id, user_id),
  constraint family_members_person_length check (length(person) <= 200)
);
create index family_members_user_idx on public.family_members (user_id);

create table public.family_invitations (
  id uuid primary key,
  vault_id uuid not null references public.family_vaults (id) on delete cascade,
  email text not null check (length(email) between 3 and 320 and email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'member', 'viewer', 'child')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_by uuid references public.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references public.users (id) on delete set null,
  revoked_at timestamptz
);
create index family_invitations_vault_idx on public.family_invitations (vault_id, created_at desc);
create index family_invitations_invited_by_idx on public.family_invitations (invited_by);
create index family_invitations_accepted_by_idx on public.family_invitations (accepted_by);
create unique index family_invitations_open_key on public.family_invitations (vault_id, email) where accepted_at is null and revoked_at is null;

create table public.family_activity (
  id uuid primary key default gen_random_uuid(),
  vault_id uuid not null references public.family_vaults (id) on delete cascade,
  actor_id uuid,
  action text not null check (action ~ '^[a-z_]{1,40}\.[a-z_]{1,40}$'),
  details jsonb not null default '{}',
  audience uuid[],
  created_at timestamptz not null default now()
);
create index family_activity_vault_idx on public.family_activity (vault_id, created_at desc, id desc);

comment on table public.family_vaults is 'A family, or another circle of people who share documents. Documents stay their owners''.';
comment on table public.family_members is 'Who is in a family vault, as what. person is the name that documents bear of them.';
comment on table public.family_invitations is 'An invitation is for one address, works once, and is kept as a hash of its token.';
comment on table public.family_activity is 'What happened in a family vault. audience: whom it concerns; null is everybody in it. Ids, never titles.';

-- The vaults that the caller is in, as one of the roles.
create function private.my_vaults_as(roles text[]) returns setof uuid
  language sql stable security definer set search_path = '' rows 5
as $$
  select m.vault_id from public.family_members m where m.user_id = (select auth.uid()) and m.role = any (roles)
$$;
create function private.my_vaults() returns setof uuid
  language sql stable security definer set search_path = '' rows 5
as $$
  select m.vault_id from public.family_members m where m.user_id = (select auth.uid())
$$;
grant execute on function private.my_vaults_as(text[]), private.my_vaults() to authenticated;

alter table public.family_vaults enable row level security;
alter table public.family_members enable row level security;
alter table public.family_invitations enable row level security;
alter table public.family_activity enable row level security;
revoke all on public.family_vaults, public.family_members, public.family_invitations, public.family_activity from anon, authenticated;
grant select on public.family_vaults, public.family_members, public.family_activity to authenticated;
grant select (id, vault_id, email, role, invited_by, created_at, expires_at, accepted_at, accepted_by, revoked_at) on public.family_invitations to authenticated;
grant all on public.family_vaults, public.family_members, public.family_invitations, public.family_activity to service_role;

create policy "members read their vaults" on public.family_vaults
  for select to authenticated using (family_vaults.id in (select private.my_vaults()));
create policy "members read who is in their vaults" on public.family_members
  for select to authenticated using (family_members.vault_id in (select private.my_vaults()));
create policy "owners and admins read invitations" on public.family_invitations
  for select to authenticated using (family_invitations.vault_id in (select private.my_vaults_as(array['owner', 'admin'])));
create policy "members read what concerns them" on public.family_activity
  for select to authenticated
  using (family_activity.vault_id in (select private.my_vaults())
    and (family_activity.audience is null or (select auth.uid()) = any (family_activity.audience)));

create trigger family_vaults_touch before update on public.family_vaults for each row execute function private.touch_updated_at();

-- A vault never stands without an owner: when the account of the last one goes, the next in rank and time takes over; when
-- nobody is left who could, the vault goes. Documents are not touched by it.
create function private.keep_an_owner() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if old.role <> 'owner' or not exists (select from public.family_vaults v where v.id = old.vault_id)
    or exists (select from public.family_members m where m.vault_id = old.vault_id and m.role = 'owner') then
    return null;
  end if;
  update public.family_members m set role = 'owner'
  where m.vault_id = old.vault_id and m.user_id = (
    select n.user_id from public.family_members n where n.vault_id = old.vault_id and n.role <> 'child'
    order by pg_catalog.array_position(array['admin', 'member', 'viewer'], n.role), n.joined_at, n.user_id limit 1);
  if not found then
    delete from public.family_vaults v where v.id = old.vault_id;
  end if;
  return null;
end
$$;
create trigger family_members_keep_an_owner after delete on public.family_members
  for each row execute function private.keep_an_owner();

-- Tells people something in their inbox, each occasion once. A person may tell something only to those they share a vault
-- with, to themselves, and to the address they have just invited; the service may tell everybody. Returns how many were told.
create function private.notify(messages jsonb) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  told integer;
begin
  insert into public.notifications (id, user_id, kind, title, body, data, dedupe_key, created_at)
  select n.id, n.user_id, n.kind, pg_catalog.left(n.title, 300), pg_catalog.left(n.body, 4000), n.data, n.dedupe_key, n.created_at
  from pg_catalog.jsonb_to_recordset(messages) n (id uuid, user_id uuid, kind text, title text, body text, data jsonb, dedupe_key text, created_at timestamptz)
  join public.users u on u.id = n.user_id
  where (select auth.role()) = 'service_role' or n.user_id = me
    or exists (select from public.family_members a join public.family_members b on b.vault_id = a.vault_id where a.user_id = me and b.user_id = n.user_id)
    or exists (select from public.family_invitations i where i.invited_by = me and i.email = pg_catalog.lower(u.email) and i.accepted_at is null and i.revoked_at is null)
  on conflict (user_id, dedupe_key) do nothing;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke execute on function private.notify(jsonb) from public;
grant execute on function private.notify(jsonb) to authenticated, service_role;
