-- Emergency access: whom a person trusts, their requests, and the check-in that stands in where nobody can ask. Whether
-- access is open is computed from the time whenever somebody reads, so that no job can be late for it.
create table public.emergency_contacts (
  id uuid primary key,
  vault_id uuid not null,
  user_id uuid not null,
  contact_id uuid not null,
  wait_hours integer not null check (wait_hours between 3 and 720),
  position integer not null check (position between 1 and 50),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint emergency_contacts_not_oneself check (contact_id <> user_id),
  constraint emergency_contacts_contact_key unique (vault_id, user_id, contact_id),
  constraint emergency_contacts_user_fkey foreign key (vault_id, user_id) references public.family_members (vault_id, user_id) on delete cascade,
  constraint emergency_contacts_contact_fkey foreign key (vault_id, contact_id) references public.family_members (vault_id, user_id) on delete cascade
);
create index emergency_contacts_contact_idx on public.emergency_contacts (vault_id, contact_id);

create table public.emergency_requests (
  id uuid primary key,
  vault_id uuid not null,
  user_id uuid not null,
  contact_id uuid not null,
  reason text,
  wait_hours integer not null,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  approved_at timestamptz,
  denied_at timestamptz,
  cancelled_at timestamptz,
  ended_at timestamptz,
  constraint emergency_requests_reason_length check (length(reason) <= 1000),
  constraint emergency_requests_user_fkey foreign key (vault_id, user_id) references public.family_members (vault_id, user_id) on delete cascade,
  constraint emergency_requests_contact_fkey foreign key (vault_id, contact_id) references public.family_members (vault_id, user_id) on delete cascade
);
create index emergency_requests_user_idx on public.emergency_requests (vault_id, user_id);
create index emergency_requests_contact_idx on public.emergency_requests (vault_id, contact_id);
create unique index emergency_requests_open_key on public.emergency_requests (vault_id, user_id, contact_id)
  where denied_at is null and cancelled_at is null and ended_at is null;
create index emergency_requests_due_idx on public.emergency_requests (due_at) where denied_at is null and cancelled_at is null and ended_at is null;

create table public.emergency_check_ins (
  vault_id uuid not null,
  user_id uuid not null,
  silent_days integer not null check (silent_days between 7 and 365),
  reminder_days integer not null default 7 check (reminder_days between 1 and 60),
  last_check_in_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (vault_id, user_id),
  constraint emergency_check_ins_user_fkey foreign key (vault_id, user_id) references public.family_members (vault_id, user_id) on delete cascade
);
create index emergency_check_ins_person_idx on public.emergency_check_ins (user_id);

comment on table public.emergency_contacts is 'Whom user_id trusts with what is released in an emergency, in order, and how long the person has to object.';
comment on table public.emergency_requests is 'Open from approval, or from due_at, until denied, cancelled or ended.';
comment on table public.emergency_check_ins is 'After silent_days without a sign of life reminders come for reminder_days; then each contact''s own wait runs, and access opens.';

alter table public.emergency_contacts enable row level security;
alter table public.emergency_requests enable row level security;
alter table public.emergency_check_ins enable row level security;
revoke all on public.emergency_contacts, public.emergency_requests, public.emergency_check_ins from anon, authenticated;
grant select, insert, delete on public.emergency_contacts to authenticated;
grant update (wait_hours, position) on public.emergency_contacts to authenticated;
grant select on public.emergency_requests to authenticated;
grant select, insert, delete on public.emergency_check_ins to authenticated;
grant update (silent_days, reminder_days, last_check_in_at) on public.emergency_check_ins to authenticated;
grant all on public.emergency_contacts, public.emergency_requests, public.emergency_check_ins to service_role;

create policy "people and their contacts read who is trusted" on public.emergency_contacts
  for select to authenticated using (emergency_contacts.user_id = (select auth.uid()) or emergency_contacts.contact_id = (select auth.uid()));
create policy "grown people name contacts" on public.emergency_contacts
  for insert to authenticated
  with check (emergency_contacts.user_id = (select auth.uid()) and emergency_contacts.vault_id in (select private.my_vaults_as(array['owner', 'admin', 'member', 'viewer'])));
create policy "people change their contacts" on public.emergency_contacts
  for update to authenticated
  using (emergency_contacts.user_id = (select auth.uid()))
  with check (emergency_contacts.user_id = (select auth.uid()));
create policy "people drop contacts and contacts resign" on public.emergency_contacts
  for delete to authenticated using (emergency_contacts.user_id = (select auth.uid()) or emergency_contacts.contact_id = (select auth.uid()));
create policy "people and their contacts read requests" on public.emergency_requests
  for select to authenticated using (emergency_requests.user_id = (select auth.uid()) or emergency_requests.contact_id = (select auth.uid()));
create policy "people read their check-in" on public.emergency_check_ins
  for select to authenticated using (emergency_check_ins.user_id = (select auth.uid()));
create policy "grown people set a check-in up" on public.emergency_check_ins
  for insert to authenticated
  with check (emergency_check_ins.user_id = (select auth.uid()) and emergency_check_ins.vault_id in (select private.my_vaults_as(array['owner', 'admin', 'member', 'viewer'])));
create policy "people change their check-in" on public.emergency_check_ins
  for update to authenticated
  using (emergency_check_ins.user_id = (select auth.uid()))
  with check (emergency_check_ins.user_id = (select auth.uid()));
create policy "people end their check-in" on public.emergency_check_ins
  for delete to authenticated using (emergency_check_ins.user_id = (select auth.uid()));

create trigger emergency_contacts_touch before update on public.emergency_contacts for each row execute function private.touch_updated_at();
create trigger emergency_check_ins_touch before update on public.emergency_check_ins for each row execute function private.touch_updated_at();

-- A contact who is one no longer has no access either.
create function private.end_emergency_access() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.emergency_requests r set ended_at = pg_catalog.now()
  where r.vault_id = old.vault_id and r.user_id = old.user_id and r.contact_id = old.contact_id
    and r.denied_at is null and r.cancelled_at is null and r.ended_at is null;
  return null;
end
$$;
create trigger emergency_contacts_end_access after delete on public.emergency_contacts
  for each row execute function private.end_emergency_access();

-- The last time a person has shown that they are there: a check-in or a sign-in. A page left open refreshes its token for
-- ever and does not count.
create function private.last_sign_of_life(person uuid) returns timestamptz
  language sql stable security definer set search_path = ''
as $$
  select greatest(
    (select max(k.last_check_in_at) from public.emergency_check_ins k where k.user_id = person),
    (select u.last_sign_in_at from auth.users u where u.id = person))
$$;

-- When the contact's access opens, or opened, by the person's silence; null where no check-in is set up.
create function private.silence_opens_at(vault uuid, person uuid, contact uuid) returns timestamptz
  language sql stable security definer set search_path = ''
as $$
  select private.last_sign_of_life(person) + pg_catalog.make_interval(days => k.silent_days + k.reminder_days, hours => c.wait_hours)
  from public.emergency_check_ins k
  join public.emergency_contacts c on c.vault_id = k.vault_id and c.user_id = k.user_id and c.contact_id = contact
  where k.vault_id = vault and k.user_id = person
$$;

-- True while the contact may see what the person releases in an emergency.
create function private.emergency_open(vault uuid, person uuid, contact uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.emergency_requests r
    where r.vault_id = vault and r.user_id = person and r.contact_id = contact
      and r.denied_at is null and r.cancelled_at is null and r.ended_at is null and (r.approved_at is not null or r.due_at <= pg_catalog.now()))
    or coalesce(private.silence_opens_at(vault, person, contact) <= pg_catalog.now(), false)
$$;
