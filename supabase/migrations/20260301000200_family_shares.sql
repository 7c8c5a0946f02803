-- What people share: one document, one folder with all inside it, or everything of theirs; with one member or all of a
-- vault; at once, in an emergency, or never (which holds back what a wider share of the same vault would give).
create table public.family_shares (
  id uuid primary key,
  vault_id uuid not null,
  user_id uuid not null,
  member_id uuid,
  document_id uuid,
  folder_id uuid,
  everything boolean not null default false,
  permission text not null check (permission in ('view', 'edit')),
  release text not null check (release in ('now', 'emergency', 'never')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint family_shares_one_thing check ((document_id is not null)::integer + (folder_id is not null)::integer + everything::integer = 1),
  constraint family_shares_not_oneself check (member_id <> user_id),
  constraint family_shares_sharer_fkey foreign key (vault_id, user_id) references public.family_members (vault_id, user_id) on delete cascade,
  constraint family_shares_member_fkey foreign key (vault_id, member_id) references public.family_members (vault_id, user_id) on delete cascade,
  constraint family_shares_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade,
  constraint family_shares_folder_fkey foreign key (folder_id, user_id) references public.folders (id, user_id) on delete cascade
);
create unique index family_shares_thing_key on public.family_shares (
  vault_id, user_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000'),
  coalesce(document_id, '00000000-0000-0000-0000-000000000000'), coalesce(folder_id, '00000000-0000-0000-0000-000000000000'));
create index family_shares_sharer_idx on public.family_shares (vault_id, user_id);
create index family_shares_member_idx on public.family_shares (vault_id, member_id);
create index family_shares_document_idx on public.family_shares (document_id, user_id);
create index family_shares_folder_idx on public.family_shares (folder_id, user_id);
create index family_shares_user_idx on public.family_shares (user_id);
comment on table public.family_shares is 'user_id owns what is shared (the foreign keys see to it); member_id null is every member of the vault.';

alter table public.family_shares enable row level security;
revoke all on public.family_shares from anon, authenticated;
grant select, insert, delete on public.family_shares to authenticated;
grant update (permission, release) on public.family_shares to authenticated;
grant all on public.family_shares to service_role;

create policy "people read what they share and what is shared with them" on public.family_shares
  for select to authenticated
  using (family_shares.user_id = (select auth.uid())
    or (family_shares.release = 'now' and family_shares.vault_id in (select private.my_vaults())
      and (family_shares.member_id is null or family_shares.member_id = (select auth.uid()))));
create policy "grown members share their own" on public.family_shares
  for insert to authenticated
  with check (family_shares.user_id = (select auth.uid()) and family_shares.vault_id in (select private.my_vaults_as(array['owner', 'admin', 'member'])));
create policy "people change what they share" on public.family_shares
  for update to authenticated
  using (family_shares.user_id = (select auth.uid()))
  with check (family_shares.user_id = (select auth.uid()) and family_shares.vault_id in (select private.my_vaults_as(array['owner', 'admin', 'member'])));
create policy "people end what they share or are given" on public.family_shares
  for delete to authenticated
  using ((family_shares.user_id = (select auth.uid()) and family_shares.vault_id in (select private.my_vaults_as(array['owner', 'admin', 'member', 'viewer'])))
    or family_shares.member_id = (select auth.uid()));
create trigger family_shares_touch before update on public.family_shares for each row execute function private.touch_updated_at();
