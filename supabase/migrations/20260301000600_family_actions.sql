-- What people do in families. Each function acts for the caller, knows the roles, and refuses with one of four states that
-- the API answers as: DV403 may not, DV404 not there or not theirs, DV409 collides, DV422 understood but refused. The
-- message is the refusal's code.
create function private.family_rank(role text) returns integer
  language sql immutable set search_path = ''
as $$
  select pg_catalog.array_position(array['child', 'viewer', 'member', 'admin', 'owner'], role)
$$;

-- The caller's role in a vault; refuses who is not in it.
create function private.my_role(vault uuid) returns text
  language plpgsql stable security definer set search_path = ''
as $$
declare
  mine text;
begin
  select m.role into mine from public.family_members m where m.vault_id = vault and m.user_id = (select auth.uid());
  if mine is null then
    raise exception 'vault.not_found' using errcode = 'DV404';
  end if;
  return mine;
end
$$;

-- Writes the vault's log in the caller's name. concerned: whom it is for; null is everybody.
create function private.log_family(vault uuid, what text, facts jsonb, concerned uuid[] default null) returns void
  language sql security definer set search_path = ''
as $$
  insert into public.family_activity (vault_id, actor_id, action, details, audience)
  select vault, (select auth.uid()), what, facts, concerned
  where (select auth.role()) = 'service_role' or vault in (select private.my_vaults())
$$;

create function private.create_vault(vault uuid, vault_name text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
begin
  if (select count(*) from public.family_members m where m.user_id = me) >= 50 then
    raise exception 'vault.too_many' using errcode = 'DV422';
  end if;
  insert into public.family_vaults (id, name, created_by) values (vault, vault_name, me);
  insert into public.family_members (vault_id, user_id, role) values (vault, me, 'owner');
  perform private.log_family(vault, 'vault.created', '{}');
end
$$;

create function private.rename_vault(vault uuid, vault_name text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if private.my_role(vault) not in ('owner', 'admin') then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  update public.family_vaults v set name = vault_name where v.id = vault;
  perform private.log_family(vault, 'vault.renamed', '{}');
end
$$;

-- Dissolves a vault. Everybody keeps their documents; what they shared in it ends.
create function private.dissolve_vault(vault uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if private.my_role(vault) <> 'owner' then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  delete from public.family_vaults v where v.id = vault;
end
$$;

-- Invites an address; an open invitation of the same address is replaced. Nobody invites above their own role.
create function private.invite(vault uuid, invitation uuid, address text, as_role text, hash text, expires timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  mine text := private.my_role(vault);
begin
  if mine not in ('owner', 'admin') or private.family_rank(as_role) > private.family_rank(mine) then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  perform from public.family_vaults v where v.id = vault for update;
  if exists (select from public.family_members m join public.users u on u.id = m.user_id where m.vault_id = vault and pg_catalog.lower(u.email) = address) then
    raise exception 'invitation.already_member' using errcode = 'DV409';
  end if;
  update public.family_invitations i set revoked_at = pg_catalog.now()
  where i.vault_id = vault and i.email = address and i.accepted_at is null and i.revoked_at is null;
  if (select count(*) from public.family_members m where m.vault_id = vault)
    + (select count(*) from public.family_invitations i where i.vault_id = vault and i.accepted_at is null and i.revoked_at is null and i.expires_at > pg_catalog.now()) >= 50 then
    raise exception 'vault.full' using errcode = 'DV422';
  end if;
  insert into public.family_invitations (id, vault_id, email, role, token_hash, invited_by, expires_at)
  values (invitation, vault, address, as_role, hash, (select auth.uid()), expires);
  perform private.log_family(vault, 'invitation.sent', pg_catalog.jsonb_build_object('invitationId', invitation, 'role', as_role));
end
$$;

create function private.revoke_invitation(vault uuid, invitation uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  mine text := private.my_role(vault);
  invited_as text;
begin
  if mine not in ('owner', 'admin') then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  select i.role into invited_as from public.family_invitations i
  where i.id = invitation and i.vault_id = vault and i.accepted_at is null and i.revoked_at is null for update;
  if invited_as is null then
    raise exception 'invitation.not_found' using errcode = 'DV404';
  end if;
  if private.family_rank(invited_as) > private.family_rank(mine) then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  update public.family_invitations i set revoked_at = pg_catalog.now() where i.id = invitation;
  perform private.log_family(vault, 'invitation.revoked', pg_catalog.jsonb_build_object('invitationId', invitation));
end
$$;

-- Takes an invitation up: once, in time, by the address that it is for, while whoever sent it could still send it. Guessed,
-- used, revoked and foreign tokens are one refusal. A child may at once share everything with those who run the vault.
create function private.accept_invitation(hash text, share_everything boolean) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  found public.family_invitations;
begin
  select i.* into found from public.family_invitations i
  where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null
    and i.email = (select pg_catalog.lower(u.email) from auth.users u where u.id = me and u.email_confirmed_at is not null)
  for update;
  if found.id is null or not exists (
    select from public.family_members m where m.vault_id = found.vault_id and m.user_id = found.invited_by
      and m.role in ('owner', 'admin') and private.family_rank(found.role) <= private.family_rank(m.role)) then
    raise exception 'invitation.not_found' using errcode = 'DV404';
  end if;
  if found.expires_at <= pg_catalog.now() then
    raise exception 'invitation.expired' using errcode = 'DV422';
  end if;
  update public.family_invitations i set accepted_at = pg_catalog.now(), accepted_by = me where i.id = found.id;
  insert into public.family_members (vault_id, user_id, role) values (found.vault_id, me, found.role) on conflict do nothing;
  if share_everything and found.role = 'child' then
    insert into public.family_shares (id, vault_id, user_id, member_id, everything, permission, release)
    select pg_catalog.gen_random_uuid(), found.vault_id, me, m.user_id, true, 'edit', 'now'
    from public.family_members m where m.vault_id = found.vault_id and m.role in ('owner', 'admin') and m.user_id <> me
    on conflict do nothing;
  end if;
  perform private.log_family(found.vault_id, 'member.joined', pg_catalog.jsonb_build_object('userId', me, 'role', found.role));
  return found.vault_id;
end
$$;

-- Gives a member another role. Owners give any role and admins those up to their own; only to people below themselves, and
-- to themselves only a lower one. An owner stays one until they step down, which the last cannot.
create function private.change_role(vault uuid, target uuid, new_role text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  mine text := private.my_role(vault);
  theirs text;
begin
  perform from public.family_vaults v where v.id = vault for update;
  select m.role into theirs from public.family_members m where m.vault_id = vault and m.user_id = target;
  if theirs is null then
    raise exception 'member.not_found' using errcode = 'DV404';
  end if;
  if target = me then
    if mine = 'child' or private.family_rank(new_role) > private.family_rank(mine) then
      raise exception 'vault.role_forbidden' using errcode = 'DV403';
    end if;
    if mine = 'owner' and new_role <> 'owner'
      and not exists (select from public.family_members m where m.vault_id = vault and m.role = 'owner' and m.user_id <> me) then
      raise exception 'vault.last_owner' using errcode = 'DV409';
    end if;
  elsif mine not in ('owner', 'admin') or private.family_rank(theirs) >= private.family_rank(mine) or private.family_rank(new_role) > private.family_rank(mine) then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  update public.family_members m set role = new_role where m.vault_id = vault and m.user_id = target;
  if theirs <> new_role then
    perform private.log_family(vault, 'member.role_changed', pg_catalog.jsonb_build_object('userId', target, 'from', theirs, 'to', new_role));
  end if;
end
$$;

-- Says by which name a member's documents go: everybody for themselves, owners and admins for those below them.
create function private.name_person(vault uuid, member uuid, person_name text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  mine text := private.my_role(vault);
  theirs text;
begin
  select m.role into theirs from public.family_members m where m.vault_id = vault and m.user_id = member;
  if theirs is null then
    raise exception 'member.not_found' using errcode = 'DV404';
  end if;
  if member <> (select auth.uid()) and (mine not in ('owner', 'admin') or private.family_rank(theirs) >= private.family_rank(mine)) then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  update public.family_members m set person = person_name where m.vault_id = vault and m.user_id = member;
end
$$;

-- Takes a member out: somebody below the caller, or the caller. Children do not leave by themselves; the last owner hands
-- over first. Shares in both directions and emergency access end with the membership; documents stay with their owners.
create function private.remove_member(vault uuid, target uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  mine text := private.my_role(vault);
  theirs text;
begin
  perform from public.family_vaults v where v.id = vault for update;
  select m.role into theirs from public.family_members m where m.vault_id = vault and m.user_id = target;
  if theirs is null then
    raise exception 'member.not_found' using errcode = 'DV404';
  end if;
  if target = me then
    if mine = 'child' then
      raise exception 'vault.role_forbidden' using errcode = 'DV403';
    end if;
    if mine = 'owner' and not exists (select from public.family_members m where m.vault_id = vault and m.role = 'owner' and m.user_id <> me) then
      raise exception 'vault.last_owner' using errcode = 'DV409';
    end if;
  elsif mine not in ('owner', 'admin') or private.family_rank(theirs) >= private.family_rank(mine) then
    raise exception 'vault.role_forbidden' using errcode = 'DV403';
  end if;
  perform private.log_family(vault, case when target = me then 'member.left' else 'member.removed' end, pg_catalog.jsonb_build_object('userId', target));
  delete from public.family_members m where m.vault_id = vault and m.user_id = target;
end
$$;

-- Who is in a vault of the caller's, with the names and addresses that they go by.
create function private.vault_people(vault uuid) returns table (user_id uuid, role text, person text, joined_at timestamptz, full_name text, email text)
  language plpgsql stable security definer set search_path = '' rows 20
as $$
begin
  perform private.my_role(vault);
  return query
  select m.user_id, m.role, m.person, m.joined_at, u.full_name, u.email
  from public.family_members m join public.users u on u.id = m.user_id where m.vault_id = vault;
end
$$;

-- Which of the caller's documents a member of the vault sees, now and in an emergency, and by what permission.
create function private.my_documents_seen_by(vault uuid, member uuid)
  returns table (document_id uuid, title text, document_type text, permission text, release text)
  language plpgsql stable security definer set search_path = '' rows 100
as $$
declare
  me uuid := (select auth.uid());
  theirs text;
begin
  perform private.my_role(vault);
  select m.role into theirs from public.family_members m where m.vault_id = vault and m.user_id = member;
  if theirs is null or member = me then
    raise exception 'member.not_found' using errcode = 'DV404';
  end if;
  return query
  with recursive shares as (
    select * from public.family_shares s where s.vault_id = vault and s.user_id = me and (s.member_id is null or s.member_id = member)
  ),
  inside (folder_id, permission, release) as (
    select f.id, s.permission, s.release from shares s join public.folders f on f.id = s.folder_id
    union
    select f.id, i.permission, i.release from inside i join public.folders f on f.parent_id = i.folder_id and f.user_id = me
  ),
  reached as (
    select s.document_id as id, s.permission, s.release from shares s where s.document_id is not null
    union all select d.id, i.permission, i.release from inside i join public.documents d on d.folder_id = i.folder_id and d.user_id = me
    union all select d.id, s.permission, s.release from shares s join public.documents d on d.user_id = me where s.everything
  )
  select d.id, d.title, d.document_type,
    case when pg_catalog.bool_or(r.permission = 'edit') and theirs in ('owner', 'admin', 'member') then 'edit' else 'view' end,
    case when pg_catalog.bool_or(r.release = 'never') then 'never' when pg_catalog.bool_or(r.release = 'now') then 'now' else 'emergency' end
  from reached r join public.documents d on d.id = r.id and d.deleted_at is null
  group by d.id order by d.created_at desc, d.id;
end
$$;

revoke execute on function private.log_family(uuid, text, jsonb, uuid[]) from public;
grant execute on function
  private.family_rank(text), private.my_role(uuid), private.log_family(uuid, text, jsonb, uuid[]), private.create_vault(uuid, text), private.rename_vault(uuid, text),
  private.dissolve_vault(uuid), private.invite(uuid, uuid, text, text, text, timestamptz), private.revoke_invitation(uuid, uuid),
  private.accept_invitation(text, boolean), private.change_role(uuid, uuid, text), private.name_person(uuid, uuid, text),
  private.remove_member(uuid, uuid), private.vault_people(uuid), private.my_documents_seen_by(uuid, uuid) to authenticated;

-- Asks for emergency access as one of the person's contacts; the wait is the contact's own, and runs from now.
create function private.request_emergency(vault uuid, request uuid, person uuid, why text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  hours integer;
begin
  perform private.my_role(vault);
  select c.wait_hours into hours from public.emergency_contacts c
  where c.vault_id = vault and c.user_id = person and c.contact_id = me for update;
  if hours is null then
    raise exception 'emergency_contact.not_found' using errcode = 'DV404';
  end if;
  if exists (select from public.emergency_requests r where r.vault_id = vault and r.user_id = person and r.contact_id = me
    and r.denied_at is null and r.cancelled_at is null and r.ended_at is null) then
    raise exception 'emergency.already_requested' using errcode = 'DV409';
  end if;
  insert into public.emergency_requests (id, vault_id, user_id, contact_id, reason, wait_hours, requested_at, due_at)
  values (request, vault, person, me, why, hours, pg_catalog.now(), pg_catalog.now() + pg_catalog.make_interval(hours => hours));
  perform private.log_family(vault, 'emergency.requested', pg_catalog.jsonb_build_object('requestId', request, 'userId', person), array[person, me]);
end
$$;

-- Answers a request: its person approves or denies (also afterwards, which ends the access), its contact cancels.
create function private.answer_emergency(vault uuid, request uuid, answer text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  asked public.emergency_requests;
begin
  perform private.my_role(vault);
  select r.* into asked from public.emergency_requests r
  where r.id = request and r.vault_id = vault and me in (r.user_id, r.contact_id) for update;
  if asked.id is null then
    raise exception 'emergency_request.not_found' using errcode = 'DV404';
  end if;
  if (answer = 'cancel') <> (asked.contact_id = me) then
    raise exception 'emergency.not_yours_to_answer' using errcode = 'DV403';
  end if;
  if asked.denied_at is not null or asked.cancelled_at is not null or asked.ended_at is not null
    or (answer = 'approve' and (asked.approved_at is not null or asked.due_at <= pg_catalog.now())) then
    raise exception 'emergency.already_answered' using errcode = 'DV409';
  end if;
  if answer = 'approve' then
    update public.emergency_requests r set approved_at = pg_catalog.now() where r.id = request;
  elsif answer = 'cancel' then
    update public.emergency_requests r set cancelled_at = pg_catalog.now() where r.id = request;
  elsif asked.approved_at is not null or asked.due_at <= pg_catalog.now() then
    update public.emergency_requests r set ended_at = pg_catalog.now() where r.id = request;
  else
    update public.emergency_requests r set denied_at = pg_catalog.now() where r.id = request;
  end if;
  perform private.log_family(vault,
    case when answer = 'approve' then 'emergency.approved' when answer = 'cancel' then 'emergency.cancelled'
      when asked.approved_at is not null or asked.due_at <= pg_catalog.now() then 'emergency.ended' else 'emergency.denied' end,
    pg_catalog.jsonb_build_object('requestId', request, 'userId', asked.user_id, 'contactId', asked.contact_id), array[asked.user_id, asked.contact_id]);
end
$$;

-- The people who have named the caller as their contact, and how the caller's access to each stands.
create function private.people_i_may_help(vault uuid)
  returns table (user_id uuid, wait_hours integer, "position" integer, is_open boolean, silence_opens_at timestamptz, released integer)
  language plpgsql stable security definer set search_path = '' rows 5
as $$
declare
  me uuid := (select auth.uid());
begin
  perform private.my_role(vault);
  return query
  select c.user_id, c.wait_hours, c.position, private.emergency_open(c.vault_id, c.user_id, me),
    case when private.silence_opens_at(c.vault_id, c.user_id, me) <= pg_catalog.now() then private.silence_opens_at(c.vault_id, c.user_id, me) end,
    (select count(*)::integer from private.documents_shared_with(me) s where s.owner_id = c.user_id)
  from public.emergency_contacts c where c.vault_id = vault and c.contact_id = me order by c.user_id;
end
$$;

-- Everybody whose silence has passed its time, for the announcements: the person, when reminders began, and when each contact's access opens.
create function private.silent_people()
  returns table (vault_id uuid, user_id uuid, last_sign timestamptz, silent_days integer, reminder_days integer, contact_id uuid, "position" integer, opens_at timestamptz)
  language sql stable security definer set search_path = ''
as $$
  select k.vault_id, k.user_id, s.last_sign, k.silent_days, k.reminder_days, c.contact_id, c.position, private.silence_opens_at(k.vault_id, k.user_id, c.contact_id)
  from public.emergency_check_ins k
  cross join lateral (select private.last_sign_of_life(k.user_id) as last_sign) s
  left join public.emergency_contacts c on c.vault_id = k.vault_id and c.user_id = k.user_id
  where s.last_sign + pg_catalog.make_interval(days => k.silent_days) <= pg_catalog.now()
$$;
revoke execute on function private.silent_people() from public;
grant execute on function private.silent_people() to service_role;
grant execute on function private.request_emergency(uuid, uuid, uuid, text), private.answer_emergency(uuid, uuid, text), private.people_i_may_help(uuid) to authenticated;

-- Tells whoever has an account by the invited address, without telling the inviter that there is one.
create function private.notify_invited(invitation uuid, notice jsonb) returns void
  language sql security definer set search_path = ''
as $$
  insert into public.notifications (id, user_id, kind, title, data, dedupe_key)
  select pg_catalog.gen_random_uuid(), u.id, 'family.invited', pg_catalog.left(notice ->> 'title', 300), notice -> 'data', 'family.invited:' || i.id
  from public.family_invitations i join public.users u on pg_catalog.lower(u.email) = i.email
  where i.id = invitation and i.invited_by = (select auth.uid()) and i.accepted_at is null and i.revoked_at is null
  on conflict (user_id, dedupe_key) do nothing
$$;
grant execute on function private.notify_invited(uuid, jsonb) to authenticated;
create index users_email_lower_idx on public.users (lower(email));

-- The other contacts of a person, for one who is a contact of theirs, in order.
create function private.fellow_contacts(vault uuid, person uuid) returns setof uuid
  language sql stable security definer set search_path = '' rows 5
as $$
  select c.contact_id from public.emergency_contacts c
  where c.vault_id = vault and c.user_id = person and c.contact_id <> (select auth.uid())
    and exists (select from public.emergency_contacts m where m.vault_id = vault and m.user_id = person and m.contact_id = (select auth.uid()))
  order by c.position
$$;

-- The caller's own last sign of life, as their check-in counts it.
create function private.my_last_sign_of_life() returns timestamptz
  language sql stable security definer set search_path = ''
as $$
  select private.last_sign_of_life((select auth.uid()))
$$;
grant execute on function private.fellow_contacts(uuid, uuid), private.my_last_sign_of_life() to authenticated;

-- The caller's documents that somebody of the vault would see in an emergency, or sees already.
create function private.my_emergency_documents(vault uuid) returns setof uuid
  language sql stable security definer set search_path = '' rows 100
as $$
  with recursive shares as (
    select * from public.family_shares s where s.vault_id = vault and s.user_id = (select auth.uid())
  ),
  inside (folder_id, release) as (
    select f.id, s.release from shares s join public.folders f on f.id = s.folder_id
    union
    select f.id, i.release from inside i join public.folders f on f.parent_id = i.folder_id and f.user_id = (select auth.uid())
  ),
  reached as (
    select s.document_id as id, s.release from shares s where s.document_id is not null
    union all select d.id, i.release from inside i join public.documents d on d.folder_id = i.folder_id and d.user_id = (select auth.uid())
    union all select d.id, s.release from shares s join public.documents d on d.user_id = (select auth.uid()) where s.everything
  )
  select d.id from reached r join public.documents d on d.id = r.id and d.deleted_at is null
  group by d.id having pg_catalog.bool_and(r.release <> 'never')
$$;
grant execute on function private.my_emergency_documents(uuid) to authenticated;
