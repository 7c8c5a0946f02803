-- A reminder may have a time of day, somebody whom it concerns, and somebody of its own who is told when nobody reacts.
alter table public.reminders
  add column due_time text,
  add column person text,
  add column escalate_to uuid references public.users (id) on delete set null,
  add constraint reminders_due_time_form check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint reminders_person_length check (length(person) between 1 and 200),
  add constraint reminders_not_escalated_to_oneself check (escalate_to <> user_id);
create index reminders_escalate_to_idx on public.reminders (escalate_to);
grant update (due_time, person, escalate_to) on public.reminders to authenticated;
