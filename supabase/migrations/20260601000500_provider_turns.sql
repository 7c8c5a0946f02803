-- The turns at which providers of mail and texts may be asked, in one order for all processes (the generic cell rate
-- algorithm: one row and one timestamp a provider). Unlogged: a crash of the database forgets a second's worth of turns.
create unlogged table private.provider_turns (
  provider text primary key check (length(provider) <= 100),
  next_at timestamptz not null
);
comment on table private.provider_turns is 'When the turn after the last one given is due, if turns were evenly spaced.';
alter table private.provider_turns enable row level security;
grant all on private.provider_turns to service_role;

-- Takes the next turn and answers for how long to wait; where that is longer than `longest`, takes none.
create function private.take_turn(of_provider text, at timestamptz, gap interval, burst integer, longest interval) returns table (wait interval, taken boolean)
  language plpgsql set search_path = ''
as $$
declare
  due timestamptz;
begin
  insert into private.provider_turns (provider, next_at) values (of_provider, at) on conflict (provider) do nothing;
  select greatest(t.next_at, at) into due from private.provider_turns t where t.provider = of_provider for update;
  wait := greatest(due - (burst - 1) * gap - at, interval '0');
  taken := wait <= longest;
  if taken then
    update private.provider_turns t set next_at = due + gap where t.provider = of_provider;
  end if;
  return next;
end
$$;

-- Gives no turn before `until`.
create function private.pause_provider(of_provider text, until timestamptz, gap interval, burst integer) returns void
  language sql set search_path = ''
as $$
  insert into private.provider_turns as t (provider, next_at) values (of_provider, until + (burst - 1) * gap)
  on conflict (provider) do update set next_at = greatest(t.next_at, excluded.next_at)
$$;
revoke execute on function private.take_turn(text, timestamptz, interval, integer, interval), private.pause_provider(text, timestamptz, interval, integer) from public;
grant execute on function private.take_turn(text, timestamptz, interval, integer, interval), private.pause_provider(text, timestamptz, interval, integer) to service_role;
