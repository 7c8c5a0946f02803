-- Putting the words of a document of hundreds of pages in the index was one statement of an eighth of a second: its vector was
-- read from text, compared with what is counted, and put in, and meanwhile the embedded engine answered nobody. Now the vector is
-- read beforehand and kept, and where the counts were changed in steps up to it, the last step only puts it in.
alter table private.word_counts_underway add column coming tsvector, add column planned boolean not null default false;
alter table private.word_counts_underway
  alter column coming set storage external, alter column indexed set storage external, alter column before set storage external,
  alter column gained set storage external, alter column lost set storage external;
comment on column private.word_counts_underway.coming is 'The words that the index will have.';
comment on column private.word_counts_underway.planned is 'Whether gained and lost lead to what is coming.';

-- A document that goes in the midst of it takes along what was counted; one that is settled has nothing to be worked out.
create or replace function private.forget_counts() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  counted text[];
begin
  if old.done >= 0 and exists (select from public.users u where u.id = old.user_id) then
    counted := array(
      (select unnest(old.before) union select unnest(old.gained[1:old.done]))
      except select unnest(old.lost[1:old.done - pg_catalog.cardinality(old.gained)]));
    perform private.count_words(old.user_id,
      array(select unnest(old.indexed) except select unnest(counted)),
      array(select unnest(counted) except select unnest(old.indexed)));
  end if;
  return null;
end
$$;

-- Keeps the words that a document will have, read from text. What was counted for it before stays known.
create function private.stage_words(document uuid, owner uuid, vector_text text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  now_indexed text[];
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  now_indexed := coalesce((select pg_catalog.tsvector_to_array(s.words) from public.document_search s where s.document_id = document and s.user_id = owner), '{}');
  insert into private.word_counts_underway as c (document_id, user_id, indexed, before, gained, lost, coming)
  values (document, owner, now_indexed, now_indexed, '{}', '{}', vector_text::tsvector)
  on conflict (document_id) do update set coming = excluded.coming, planned = false;
end
$$;

-- Works out which counts the words kept for a document would change, and how many; count_some_words then changes them.
drop function private.plan_word_counts(uuid, uuid, text);
create function private.plan_word_counts(document uuid, owner uuid) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  after text[];
  counted text[];
  more text[];
  fewer text[];
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  select pg_catalog.tsvector_to_array(c.coming) into after from private.word_counts_underway c where c.document_id = document and c.user_id = owner for update;
  if after is null then
    return 0;
  end if;
  counted := coalesce(private.counted_words(document, owner), '{}');
  more := array(select w.word from (select unnest(after) as word except select unnest(counted)) w where pg_catalog.left(w.word, 1) <> '#' order by w.word collate "C");
  fewer := array(select w.word from (select unnest(counted) as word except select unnest(after)) w where pg_catalog.left(w.word, 1) <> '#' order by w.word collate "C");
  update private.word_counts_underway c
  set indexed = coalesce((select pg_catalog.tsvector_to_array(s.words) from public.document_search s where s.document_id = document and s.user_id = owner), '{}'),
    before = counted, gained = more, lost = fewer, done = 0, planned = true
  where c.document_id = document;
  return pg_catalog.cardinality(more) + pg_catalog.cardinality(fewer);
end
$$;

-- Makes these the words of a document in the index; counting them is the caller's.
create function private.place_words(document uuid, tag_names text[], dated date, fresh tsvector) returns void
  language sql security definer set search_path = ''
as $$
  insert into public.document_search as s (document_id, user_id, category, document_type, person, tags, folder_id, dated_on, trashed, words, pages)
  select d.id, d.user_id, d.category, d.document_type, d.person, tag_names, d.folder_id, coalesce(dated, d.created_at::date), d.deleted_at is not null, fresh, greatest(coalesce(d.page_count, 1), 1)
  from public.documents d where d.id = document
  on conflict (document_id, user_id) do update
  set category = excluded.category, document_type = excluded.document_type, person = excluded.person, tags = excluded.tags,
    folder_id = excluded.folder_id, dated_on = excluded.dated_on, trashed = excluded.trashed, words = excluded.words, pages = excluded.pages, indexed_at = pg_catalog.now()
$$;

-- Puts the words kept for a document in the index; false where none are, as when somebody else put others in meanwhile.
create function private.put_staged_words(document uuid, owner uuid, tag_names text[], dated date) returns boolean
  language plpgsql security definer set search_path = ''
as $$
declare
  staged private.word_counts_underway;
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  perform from public.document_search s where s.document_id = document and s.user_id = owner for update;
  select * into staged from private.word_counts_underway c where c.document_id = document and c.user_id = owner for update;
  if staged.coming is null then
    return false;
  end if;
  if staged.planned and staged.done = pg_catalog.cardinality(staged.gained) + pg_catalog.cardinality(staged.lost) then
    update private.word_counts_underway c set done = -1 where c.document_id = document;
    delete from private.word_counts_underway c where c.document_id = document;
  else
    perform private.settle_counts(document, owner, pg_catalog.tsvector_to_array(staged.coming));
  end if;
  perform private.place_words(document, tag_names, dated, staged.coming);
  return true;
end
$$;

create or replace function private.put_words(document uuid, owner uuid, tag_names text[], dated date, vector_text text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  fresh tsvector := vector_text::tsvector;
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  perform from public.document_search s where s.document_id = document and s.user_id = owner for update;
  perform private.settle_counts(document, owner, pg_catalog.tsvector_to_array(fresh));
  perform private.place_words(document, tag_names, dated, fresh);
end
$$;

grant execute on function
  private.stage_words(uuid, uuid, text), private.plan_word_counts(uuid, uuid), private.put_staged_words(uuid, uuid, text[], date) to authenticated, service_role;
