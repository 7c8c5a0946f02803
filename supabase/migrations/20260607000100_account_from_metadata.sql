-- What a client says of a person at sign-up (name, language, time zone) is theirs from the first reminder on, and a name that
-- they change through auth is their name in the family too.

-- Whether a name is a time zone's: IANA's form, and known to the engine.
create function private.is_time_zone(name text) returns boolean
  language plpgsql stable set search_path = ''
as $$
begin
  if name is null or length(name) > 64 or name !~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$' then
    return false;
  end if;
  perform now() at time zone name;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;

create or replace function private.create_account() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  said jsonb := coalesce(new.raw_user_meta_data, '{}'::jsonb);
begin
  insert into public.users (id, email, full_name, locale, time_zone, subscription_tier, storage_limit, ai_limit)
  select new.id, new.email, left(said ->> 'full_name', 200),
    case when said ->> 'locale' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(said ->> 'locale') <= 35 then said ->> 'locale' else 'en' end,
    case when private.is_time_zone(said ->> 'time_zone') then said ->> 'time_zone' else 'UTC' end,
    l.tier, l.storage_bytes, l.ai_requests_per_month
  from private.tier_limits l
  where l.tier = (select s.value from private.settings s where s.key = 'default_tier');
  return new;
end
$$;

create function private.follow_name() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.users u set full_name = nullif(left(new.raw_user_meta_data ->> 'full_name', 200), '') where u.id = new.id;
  return new;
end
$$;

create trigger follow_name after update of raw_user_meta_data on auth.users
  for each row when (old.raw_user_meta_data ->> 'full_name' is distinct from new.raw_user_meta_data ->> 'full_name')
  execute function private.follow_name();

revoke all on function private.is_time_zone(text), private.follow_name() from public;
