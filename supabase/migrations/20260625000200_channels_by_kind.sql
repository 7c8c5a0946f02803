-- By which channels a person hears of which kind of thing: channels_for maps the first half of a notice's kind ('family')
-- to channels; what it does not name goes by `channels`.
alter table public.reminder_preferences
  add column channels_for jsonb not null default '{}',
  add constraint reminder_preferences_channels_for_object check (jsonb_typeof(channels_for) = 'object');
grant update (channels_for) on public.reminder_preferences to authenticated;
