-- Accounts of children who have no address of their own: made and looked after by those who run a vault, until they are
-- handed over to an address that its holder has proven. The account itself is the auth server's.
create table private.child_accounts (
  user_id uuid primary key references public.users (id) on delete cascade,
  vault_id uuid references public.family_vaults (id) on delete set null,
  made_by uuid references public.users (id) on delete set null,
  sign_in_name text not null check (length(sign_in_name) between 3 and 320),
  created_at timestamptz not null default now(),
  handover_email text check (length(handover_email) between 3 and 320 and handover_email = lower(handover_email)),
  handover_token_hash text unique check (handover_token_hash ~ '^[0-9a-f]{64}$'),
  handover_expires_at timestamptz,
  handed_over_at timestamptz
);
create index child_accounts_vault_idx on private.child_accounts (vault_id);
create index child_accounts_made_by_idx on private.child_accounts (made_by);
comment on table private.child_accounts is 'The owners and admins of vault_id reset the password and hand over, while the person is a child of that vault and not handed over.';
alter table private.child_accounts enable row level security;
grant all on private.child_accounts to service_role;

-- Refuses who does not run the vault.
create function private.must_run_vault(vault uuid) returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if private.my_role(vault) not in ('owner', 'admin') then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
end
$$;

-- Refuses before an account is made what would be refused after it.
create function private.may_add_child(vault uuid) returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.must_run_vault(vault);
  if (select count(*) from public.family_members m where m.vault_id = vault)
    + (select count(*) from public.family_invitations i where i.vault_id = vault and i.accepted_at is null and i.revoked_at is null and i.expires_at > pg_catalog.now()) >= 50 then
    raise exception 'vault.full' using errcode = 'DV422';
  end if;
end
$$;

-- Takes an account that was just made for a child into the vault. The account says itself, where its holder cannot change
-- it, whose child it is and who made it: nobody adopts an account that was not made for this.
create function private.adopt_child(vault uuid, child uuid, person_name text, share_everything boolean) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
begin
  perform from public.family_vaults v where v.id = vault for update;
  perform private.may_add_child(vault);
  if not exists (select from auth.users u where u.id = child and u.raw_app_meta_data ->> 'child_of' = vault::text and u.raw_app_meta_data ->> 'made_by' = me::text)
    or exists (select from private.child_accounts c where c.user_id = child) then
    raise exception 'child.not_found' using errcode = 'DV404';
  end if;
  insert into private.child_accounts (user_id, vault_id, made_by, sign_in_name)
  select u.id, vault, me, u.email from auth.users u where u.id = child;
  insert into public.family_members (vault_id, user_id, role, person) values (vault, child, 'child', person_name);
  if share_everything then
    insert into public.family_shares (id, vault_id, user_id, member_id, everything, permission, release)
    select pg_catalog.gen_random_uuid(), vault, child, m.user_id, true, 'edit', 'now'
    from public.family_members m where m.vault_id = vault and m.role in ('owner', 'admin');
  end if;
  perform private.log_family(vault, 'child.added', pg_catalog.jsonb_build_object('userId', child));
end
$$;

-- Refuses who may not look after the account: it has to be a child of the vault that the caller runs, made here, and not handed over.
create function private.must_look_after(vault uuid, child uuid) returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.must_run_vault(vault);
  if not exists (
    select from private.child_accounts c join public.family_members m on m.vault_id = c.vault_id and m.user_id = c.user_id and m.role = 'child'
    where c.user_id = child and c.vault_id = vault and c.handed_over_at is null) then
    raise exception 'child.not_found' using errcode = 'DV404';
  end if;
end
$$;

create function private.children_of(vault uuid)
  returns table (user_id uuid, sign_in_name text, full_name text, person text, created_at timestamptz, handover_email text, handover_expires_at timestamptz)
  language plpgsql stable security definer set search_path = '' rows 10
as $$
begin
  perform private.must_run_vault(vault);
  return query
  select c.user_id, c.sign_in_name, u.full_name, m.person, c.created_at,
    case when c.handover_expires_at > pg_catalog.now() then c.handover_email end, case when c.handover_expires_at > pg_catalog.now() then c.handover_expires_at end
  from private.child_accounts c
  join public.family_members m on m.vault_id = c.vault_id and m.user_id = c.user_id and m.role = 'child'
  join public.users u on u.id = c.user_id
  where c.vault_id = vault and c.handed_over_at is null order by c.created_at, c.user_id;
end
$$;

create function private.note_child_password(vault uuid, child uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.must_look_after(vault, child);
  perform private.log_family(vault, 'child.password_reset', pg_catalog.jsonb_build_object('userId', child), array[child, (select auth.uid())]);
end
$$;

-- Offers the account to an address; an earlier offer ends.
create function private.offer_child(vault uuid, child uuid, address text, hash text, expires timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.must_look_after(vault, child);
  update private.child_accounts c set handover_email = address, handover_token_hash = hash, handover_expires_at = expires where c.user_id = child;
  perform private.log_family(vault, 'child.offered', pg_catalog.jsonb_build_object('userId', child), array[child, (select auth.uid())]);
end
$$;
revoke execute on function private.must_run_vault(uuid), private.may_add_child(uuid), private.adopt_child(uuid, uuid, text, boolean), private.must_look_after(uuid, uuid),
  private.children_of(uuid), private.note_child_password(uuid, uuid), private.offer_child(uuid, uuid, text, text, timestamptz) from public;
grant execute on function private.may_add_child(uuid), private.adopt_child(uuid, uuid, text, boolean), private.must_look_after(uuid, uuid),
  private.children_of(uuid), private.note_child_password(uuid, uuid), private.offer_child(uuid, uuid, text, text, timestamptz) to authenticated;
