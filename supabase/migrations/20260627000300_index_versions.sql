-- What words a text is found by changes with releases, and papers that were indexed before kept the words of then until somebody
-- had them read again. Each row of the index now says which version of the analysis made its words; rows of an older one are
-- indexed anew in the background, from the passages that are stored (packages/vault/search-engine/reindex-stale.ts).
-- A release that knows nothing of versions calls these functions without one, and so leaves rows that the next finds stale.
alter table public.document_search add column analysis integer not null default 0 check (analysis >= 0);
create index document_search_analysis_idx on public.document_search (analysis, document_id);
comment on column public.document_search.analysis is 'Version of the analysis that made the words; 0 from before versions were kept.';

alter table private.word_counts_underway add column analysis integer not null default 0;
comment on column private.word_counts_underway.analysis is 'Version of the analysis that made what is coming.';

drop function private.stage_words(uuid, uuid, text);
create function private.stage_words(document uuid, owner uuid, vector_text text, made_by integer default 0) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  now_indexed text[];
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  now_indexed := coalesce((select pg_catalog.tsvector_to_array(s.words) from public.document_search s where s.document_id = document and s.user_id = owner), '{}');
  insert into private.word_counts_underway as c (document_id, user_id, indexed, before, gained, lost, coming, analysis)
  values (document, owner, now_indexed, now_indexed, '{}', '{}', vector_text::tsvector, made_by)
  on conflict (document_id) do update set coming = excluded.coming, analysis = excluded.analysis, planned = false;
end
$$;
comment on function private.stage_words(uuid, uuid, text, integer) is 'Keeps the words that a document will have, read from text, and the version of the analysis that made them.';

drop function private.place_words(uuid, text[], date, tsvector);
create function private.place_words(document uuid, tag_names text[], dated date, fresh tsvector, made_by integer) returns void
  language sql security definer set search_path = ''
as $$
  insert into public.document_search as s (document_id, user_id, category, document_type, person, tags, folder_id, dated_on, trashed, words, pages, analysis)
  select d.id, d.user_id, d.category, d.document_type, d.person, tag_names, d.folder_id, coalesce(dated, d.created_at::date), d.deleted_at is not null, fresh, greatest(coalesce(d.page_count, 1), 1), made_by
  from public.documents d where d.id = document
  on conflict (document_id, user_id) do update
  set category = excluded.category, document_type = excluded.document_type, person = excluded.person, tags = excluded.tags,
    folder_id = excluded.folder_id, dated_on = excluded.dated_on, trashed = excluded.trashed, words = excluded.words, pages = excluded.pages,
    analysis = excluded.analysis, indexed_at = pg_catalog.now()
$$;
comment on function private.place_words(uuid, text[], date, tsvector, integer) is 'Makes these the words of a document in the index; counting them is the caller''s.';

create or replace function private.put_staged_words(document uuid, owner uuid, tag_names text[], dated date) returns boolean
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
  perform private.place_words(document, tag_names, dated, staged.coming, staged.analysis);
  return true;
end
$$;

drop function private.put_words(uuid, uuid, text[], date, text);
create function private.put_words(document uuid, owner uuid, tag_names text[], dated date, vector_text text, made_by integer default 0) returns void
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
  perform private.place_words(document, tag_names, dated, fresh, made_by);
end
$$;
comment on function private.put_words(uuid, uuid, text[], date, text, integer) is 'Puts a document''s words in the index, in place of those it had, and the version of the analysis that made them.';

grant execute on function private.stage_words(uuid, uuid, text, integer), private.put_words(uuid, uuid, text[], date, text, integer) to authenticated, service_role;
