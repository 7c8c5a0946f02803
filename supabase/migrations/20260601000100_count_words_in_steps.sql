-- Counting the words of a document of hundreds of pages takes a third of a second, and the embedded engine does one thing at
-- a time. So the counts of a long document change in steps, each a transaction of its own, before its words are put in the
-- index; what is done already is remembered here, so that a step which was the last before a crash is neither lost nor repeated.
create table private.word_counts_underway (
  document_id uuid primary key references public.documents (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  indexed text[] not null,
  before text[] not null,
  gained text[] not null,
  lost text[] not null,
  done integer not null default 0
);
create index word_counts_underway_user_idx on private.word_counts_underway (user_id);
comment on table private.word_counts_underway is 'Changes of search_words for a document whose words are being put in the index: indexed is what the index has meanwhile, before what was counted; of gained, then lost, the first done are counted. Less than none done: settled, about to go.';
alter table private.word_counts_underway enable row level security;

-- The words that search_words counts for a document: those in the index, or as far as steps have come since; null where there are none.
create function private.counted_words(document uuid, owner uuid) returns text[]
  language plpgsql stable security definer set search_path = ''
as $$
declare
  underway private.word_counts_underway;
begin
  select * into underway from private.word_counts_underway c where c.document_id = document and c.user_id = owner;
  if underway.document_id is null then
    return (select pg_catalog.tsvector_to_array(s.words) from public.document_search s where s.document_id = document and s.user_id = owner);
  end if;
  return array(
    (select unnest(underway.before) union select unnest(underway.gained[1:underway.done]))
    except select unnest(underway.lost[1:underway.done - pg_catalog.cardinality(underway.gained)]));
end
$$;

-- Counts for a document what its row in the index says, and forgets the steps.
create function private.settle_counts(document uuid, owner uuid, words text[]) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  counted text[] := private.counted_words(document, owner);
begin
  if counted is null then
    perform private.count_words(owner, words, '{}');
  else
    perform private.count_words(owner,
      array(select unnest(words) except select unnest(counted)),
      array(select unnest(counted) except select unnest(words)));
  end if;
  update private.word_counts_underway c set done = -1 where c.document_id = document;
  delete from private.word_counts_underway c where c.document_id = document;
end
$$;

-- A document that goes in the midst of it takes along what was counted: the row in the index its words, this one the difference.
create function private.forget_counts() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  counted text[] := array(
    (select unnest(old.before) union select unnest(old.gained[1:old.done]))
    except select unnest(old.lost[1:old.done - pg_catalog.cardinality(old.gained)]));
begin
  if old.done >= 0 and exists (select from public.users u where u.id = old.user_id) then
    perform private.count_words(old.user_id,
      array(select unnest(old.indexed) except select unnest(counted)),
      array(select unnest(counted) except select unnest(old.indexed)));
  end if;
  return null;
end
$$;
create trigger word_counts_forget after delete on private.word_counts_underway
  for each row execute function private.forget_counts();

-- Works out which counts the document's words would change, and how many; count_some_words then changes them.
create function private.plan_word_counts(document uuid, owner uuid, vector_text text) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  after text[] := pg_catalog.tsvector_to_array(vector_text::tsvector);
  before text[];
  more text[];
  fewer text[];
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  before := coalesce(private.counted_words(document, owner), '{}');
  more := array(select w.word from (select unnest(after) as word except select unnest(before)) w where pg_catalog.left(w.word, 1) <> '#' order by w.word collate "C");
  fewer := array(select w.word from (select unnest(before) as word except select unnest(after)) w where pg_catalog.left(w.word, 1) <> '#' order by w.word collate "C");
  insert into private.word_counts_underway as c (document_id, user_id, indexed, before, gained, lost)
  values (document, owner, coalesce((select pg_catalog.tsvector_to_array(s.words) from public.document_search s where s.document_id = document and s.user_id = owner), '{}'),
    before, more, fewer)
  on conflict (document_id) do update set user_id = excluded.user_id, indexed = excluded.indexed, before = excluded.before, gained = excluded.gained, lost = excluded.lost, done = 0;
  return pg_catalog.cardinality(more) + pg_catalog.cardinality(fewer);
end
$$;

-- Changes the next counts of a plan, at most so many; how many are left.
create function private.count_some_words(document uuid, owner uuid, most integer) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  plan private.word_counts_underway;
  of_gained integer;
  upto integer;
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  select * into plan from private.word_counts_underway c where c.document_id = document and c.user_id = owner for update;
  if plan.document_id is null then
    return 0;
  end if;
  of_gained := pg_catalog.cardinality(plan.gained);
  upto := least(plan.done + most, of_gained + pg_catalog.cardinality(plan.lost));
  perform private.count_words(owner, plan.gained[plan.done + 1:upto], plan.lost[greatest(plan.done - of_gained, 0) + 1:upto - of_gained]);
  update private.word_counts_underway c set done = upto where c.document_id = document;
  return of_gained + pg_catalog.cardinality(plan.lost) - upto;
end
$$;

-- As before, and aware of counts that were changed in steps.
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
  insert into public.document_search as s (document_id, user_id, category, document_type, person, tags, folder_id, dated_on, trashed, words)
  select d.id, d.user_id, d.category, d.document_type, d.person, tag_names, d.folder_id, coalesce(dated, d.created_at::date), d.deleted_at is not null, fresh
  from public.documents d where d.id = document
  on conflict (document_id, user_id) do update
  set category = excluded.category, document_type = excluded.document_type, person = excluded.person, tags = excluded.tags,
    folder_id = excluded.folder_id, dated_on = excluded.dated_on, trashed = excluded.trashed, words = excluded.words, indexed_at = pg_catalog.now();
end
$$;

-- Makes these the document's passages from the one numbered first on; one whose text is unchanged keeps its vector. Those after the last stay.
create function private.put_some_passages(document uuid, owner uuid, first integer, pages integer[], contents text[]) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  delete from public.document_embeddings e
  where e.document_id = document and e.user_id = owner and e.ordinal >= first and e.ordinal < first + pg_catalog.cardinality(contents)
    and (e.content <> contents[e.ordinal - first + 1] or e.page <> pages[e.ordinal - first + 1]);
  insert into public.document_embeddings (document_id, user_id, ordinal, page, content)
  select document, owner, first + c.place - 1, c.page, c.content
  from unnest(pages, contents) with ordinality c (page, content, place)
  on conflict (document_id, user_id, ordinal) do nothing;
end
$$;

-- Takes away the passages from the one numbered count on.
create function private.cut_passages(document uuid, owner uuid, count integer) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  delete from public.document_embeddings e where e.document_id = document and e.user_id = owner and e.ordinal >= count;
end
$$;

grant execute on function
  private.plan_word_counts(uuid, uuid, text), private.count_some_words(uuid, uuid, integer),
  private.put_some_passages(uuid, uuid, integer, integer[], text[]), private.cut_passages(uuid, uuid, integer) to authenticated, service_role;
