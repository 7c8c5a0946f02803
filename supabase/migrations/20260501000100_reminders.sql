-- Reminders: what to say to whom before a day comes, and where each one stands.
create table public.reminder_preferences (
  user_id uuid primary key references public.users (id) on delete cascade,
  channels text[] not null default '{in_app,email,push}',
  lead_days jsonb not null default '{}',
  quiet_from text not null default '21:00',
  quiet_until text not null default '08:00',
  notify_at text not null default '09:00',
  phone text,
  escalate_to uuid references public.users (id) on delete set null,
  escalate_after_days integer not null default 3,
  updated_at timestamptz not null default now(),
  constraint reminder_preferences_channels_known check (channels <@ '{in_app,email,sms,push}'),
  constraint reminder_preferences_times_form check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$' and quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$' and notify_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  constraint reminder_preferences_phone_form check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint reminder_preferences_escalation_days check (escalate_after_days between 1 and 60),
  constraint reminder_preferences_not_to_oneself check (escalate_to <> user_id)
);
create index reminder_preferences_escalate_to_idx on public.reminder_preferences (escalate_to);
comment on table public.reminder_preferences is 'How a person wants to be reminded. Without a row the defaults hold. lead_days maps a document type, or default, to days.';

alter table public.reminder_preferences enable row level security;
revoke all on public.reminder_preferences from anon, authenticated;
grant select, insert on public.reminder_preferences to authenticated;
grant update (channels, lead_days, quiet_from, quiet_until, notify_at, phone, escalate_to, escalate_after_days) on public.reminder_preferences to authenticated;
grant all on public.reminder_preferences to service_role;

create policy "people read their own preferences" on public.reminder_preferences
  for select to authenticated using (reminder_preferences.user_id = (select auth.uid()));
create policy "people set their own preferences" on public.reminder_preferences
  for insert to authenticated with check (reminder_preferences.user_id = (select auth.uid()));
create policy "people change their own preferences" on public.reminder_preferences
  for update to authenticated
  using (reminder_preferences.user_id = (select auth.uid()))
  with check (reminder_preferences.user_id = (select auth.uid()));
create trigger reminder_preferences_touch before update on public.reminder_preferences
  for each row execute function private.touch_updated_at();

create table public.reminders (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  document_id uuid,
  field text,
  title text not null,
  starts_on date not null,
  due_on date not null,
  last_lead integer,
  lead_days integer[] not null,
  channels text[],
  recurrence text,
  status text not null default 'active' check (status in ('active', 'snoozed', 'completed', 'dismissed')),
  source text not null check (source in ('extracted', 'user')),
  edited boolean not null default false,
  snoozed_until timestamptz,
  completed_at timestamptz,
  next_at timestamptz,
  escalate_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint reminders_title_length check (length(title) between 1 and 500),
  constraint reminders_recurrence_length check (length(recurrence) <= 500),
  constraint reminders_leads check (cardinality(lead_days) between 1 and 20 and 0 <= all (lead_days) and 3650 >= all (lead_days)),
  constraint reminders_channels_known check (channels <@ '{in_app,email,sms,push}'),
  constraint reminders_field_known check (field in ('expiryDate', 'dueDate', 'endDate')),
  constraint reminders_extracted_from_a_document check (source = 'user' or (document_id is not null and field is not null)),
  constraint reminders_snoozed_until_when check ((status = 'snoozed') = (snoozed_until is not null)),
  constraint reminders_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
create unique index reminders_extracted_key on public.reminders (document_id, field) where source = 'extracted';
create index reminders_document_idx on public.reminders (document_id, user_id);
create index reminders_owner_due_idx on public.reminders (user_id, due_on, id);
create index reminders_next_idx on public.reminders (next_at) where next_at is not null;
create index reminders_escalate_idx on public.reminders (escalate_at) where escalate_at is not null;
comment on table public.reminders is 'One thing not to forget. due_on is the occurrence that is watched, last_lead the last notice given of it, next_at when the engine looks at it next.';

alter table public.reminders enable row level security;
revoke all on public.reminders from anon, authenticated;
grant select, insert, delete on public.reminders to authenticated;
grant update (title, starts_on, due_on, last_lead, lead_days, channels, recurrence, status, edited, snoozed_until, completed_at, next_at, escalate_at) on public.reminders to authenticated;
grant all on public.reminders to service_role;

create policy "people read their reminders" on public.reminders
  for select to authenticated using (reminders.user_id = (select auth.uid()));
create policy "people add reminders" on public.reminders
  for insert to authenticated with check (reminders.user_id = (select auth.uid()));
create policy "people change their reminders" on public.reminders
  for update to authenticated
  using (reminders.user_id = (select auth.uid()))
  with check (reminders.user_id = (select auth.uid()));
create policy "people remove their reminders" on public.reminders
  for delete to authenticated using (reminders.user_id = (select auth.uid()));
create trigger reminders_touch before update of title, due_on, lead_days, channels, recurrence, status, snoozed_until on public.reminders
  for each row execute function private.touch_updated_at();
