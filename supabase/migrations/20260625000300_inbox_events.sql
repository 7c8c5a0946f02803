-- Browsers follow their inbox by server-sent events; this is where those come from. The payload is the person, so that many
-- changes in one transaction are one event.
create function private.announce_inbox() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_catalog.pg_notify('inbox_events', new.user_id::text);
  return null;
end
$$;
create trigger notifications_announce after insert or update of read_at on public.notifications
  for each row execute function private.announce_inbox();
