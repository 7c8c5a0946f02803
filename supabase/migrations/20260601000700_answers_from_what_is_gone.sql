-- An old answer that rests on documents which its asker may no longer see (a share ended, a vault was left, the paper was
-- erased) is not shown any more; should the document come back, so does the answer. Nothing is rewritten.
alter table public.chat_messages add column document_ids uuid[] not null default '{}';
comment on column public.chat_messages.document_ids is 'The documents that the answer rests on.';
update public.chat_messages m set document_ids = array(
  select distinct (c.value ->> 'documentId')::uuid from pg_catalog.jsonb_array_elements(m.citations) c where c.value ->> 'documentId' is not null)
where m.citations <> '[]';

-- True while the caller may see every one of the documents. Who is in no vault and has them all pays one look-up.
create function private.sees_all(documents uuid[]) returns boolean
  language plpgsql stable security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  others uuid[];
begin
  if documents = '{}' then
    return true;
  end if;
  others := array(select d from unnest(documents) d where not exists (select from public.documents o where o.id = d and o.user_id = me));
  return others = '{}' or others <@ array(select s.document_id from private.documents_shared_with(me) s);
end
$$;

-- Messages of a conversation of the caller's, oldest first. Of what is withheld only the place and the time are given.
create function private.conversation_messages(conversation uuid, after_position integer, most integer)
  returns table (id uuid, "position" integer, role text, content text, citations jsonb, grounded boolean, provider text, ai_model text, created_at timestamptz, withheld boolean)
  language sql stable security definer set search_path = '' rows 50
as $$
  select m.id, m.position, m.role, case when s.seen then m.content else '' end, case when s.seen then m.citations else '[]' end, case when s.seen then m.grounded end,
    m.provider, m.ai_model, m.created_at, not s.seen
  from public.chat_messages m cross join lateral (select private.sees_all(m.document_ids) as seen) s
  where m.conversation_id = conversation and m.user_id = (select auth.uid()) and m.position > after_position
  order by m.position limit most
$$;

-- Where the next message goes: also behind those that are withheld.
create function private.last_message_position(conversation uuid) returns integer
  language sql stable security definer set search_path = ''
as $$
  select coalesce(max(m.position), 0) from public.chat_messages m where m.conversation_id = conversation and m.user_id = (select auth.uid())
$$;
revoke execute on function private.sees_all(uuid[]), private.conversation_messages(uuid, integer, integer), private.last_message_position(uuid) from public;
grant execute on function private.sees_all(uuid[]), private.conversation_messages(uuid, integer, integer), private.last_message_position(uuid) to authenticated;

drop policy "people read their messages" on public.chat_messages;
create policy "people read their messages, but not answers from what they see no longer" on public.chat_messages
  for select to authenticated using (chat_messages.user_id = (select auth.uid()) and private.sees_all(chat_messages.document_ids));
