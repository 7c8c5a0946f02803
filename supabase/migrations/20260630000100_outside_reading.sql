-- Reading by a service outside the vault: only with the owner's consent, counted by the month, and told of each page.

-- What people agreed to and took back. Nothing is rewritten: the latest row of a purpose is what holds.
create table public.consents (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  purpose text not null check (purpose in ('outside_reading')),
  recipient text not null check (length(recipient) between 1 and 100),
  granted boolean not null,
  decided_at timestamptz not null default now()
);
create index consents_latest_idx on public.consents (user_id, purpose, decided_at desc, id desc);
comment on table public.consents is 'Decisions of people about what may leave the vault, and for whom: recipient is the provider by name. A consent for one is none for another.';

-- Child accounts that others look after: what they may not agree to by themselves.
create function private.is_looked_after() returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
    select from private.child_accounts c join public.family_members m on m.vault_id = c.vault_id and m.user_id = c.user_id and m.role = 'child'
    where c.user_id = (select auth.uid()) and c.handed_over_at is null)
$$;
revoke execute on function private.is_looked_after() from public;
grant execute on function private.is_looked_after() to authenticated;

alter table public.consents enable row level security;
revoke all on public.consents from anon, authenticated;
grant select, insert on public.consents to authenticated;
grant all on public.consents to service_role;
create policy "people read what they agreed to" on public.consents
  for select to authenticated using (consents.user_id = (select auth.uid()));
create policy "people decide for themselves, children only to refuse" on public.consents
  for insert to authenticated
  with check (consents.user_id = (select auth.uid()) and (not consents.granted or not (select private.is_looked_after())));

-- The budget's count: pages that were read outside, by month (its first day, UTC).
create table public.pages_read_outside (
  user_id uuid not null references public.users (id) on delete cascade,
  provider text not null check (length(provider) between 1 and 100),
  month date not null check (extract(day from month) = 1),
  pages integer not null default 0 check (pages >= 0),
  primary key (user_id, provider, month)
);
comment on table public.pages_read_outside is 'Pages of a person that a service outside has read in a month, and those that are on their way to it.';

alter table public.pages_read_outside enable row level security;
revoke all on public.pages_read_outside from anon, authenticated;
grant select on public.pages_read_outside to authenticated;
grant all on public.pages_read_outside to service_role;
create policy "people read how much of theirs was read outside" on public.pages_read_outside
  for select to authenticated using (pages_read_outside.user_id = (select auth.uid()));

alter table public.document_pages add column reader text check (length(reader) between 1 and 100);
comment on column public.document_pages.reader is 'The service outside the vault that read the page; null where the vault did.';
