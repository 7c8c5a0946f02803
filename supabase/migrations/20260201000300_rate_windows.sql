-- The sliding hour of each caller and function, for API processes that share no Redis. Sixty counts of a minute each, in a
-- ring. Unlogged: a crash of the database forgets the hour and no more.
create unlogged table private.rate_windows (
  key text primary key check (length(key) <= 300),
  newest bigint not null,
  counts integer[] not null check (cardinality(counts) = 60)
) with (fillfactor = 50);
comment on table private.rate_windows is 'newest is a minute since 1970; the count of minute m stands at m % 60 + 1.';
alter table private.rate_windows enable row level security;
grant all on private.rate_windows to service_role;

-- Counts one call at `minute` unless the hour holds `most` already or it is not `counted`. `oldest` is how many minutes ago the oldest counted call was.
create function private.take_rate(window_key text, minute bigint, most integer, counted boolean)
  returns table (allowed boolean, taken boolean, used integer, newest bigint, oldest integer)
  language plpgsql set search_path = ''
as $$
#variable_conflict use_column
declare
  w private.rate_windows;
begin
  insert into private.rate_windows (key, newest, counts) values (window_key, minute, pg_catalog.array_fill(0, array[60]))
  on conflict (key) do nothing;
  select * into w from private.rate_windows r where r.key = window_key for update;
  for i in 1 .. least(60, greatest(0, minute - w.newest))::integer loop
    w.counts[(w.newest + i) % 60 + 1] := 0;
  end loop;
  w.newest := greatest(w.newest, minute);
  select coalesce(pg_catalog.sum(w.counts[(w.newest - age + 120) % 60 + 1]), 0)::integer,
    coalesce(pg_catalog.max(age) filter (where w.counts[(w.newest - age + 120) % 60 + 1] > 0), 0)
  into used, oldest from pg_catalog.generate_series(0, 59) age;
  taken := counted and used < most;
  allowed := taken or not counted;
  if taken then
    w.counts[w.newest % 60 + 1] := w.counts[w.newest % 60 + 1] + 1;
    update private.rate_windows r set newest = w.newest, counts = w.counts where r.key = window_key;
  end if;
  newest := w.newest;
  return next;
end
$$;
revoke execute on function private.take_rate(text, bigint, integer, boolean) from public;
grant execute on function private.take_rate(text, bigint, integer, boolean) to service_role;
