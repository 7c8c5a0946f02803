-- Search over what a person sees: their own documents and those shared with them. The fence names every owner concerned,
-- the condition beside it the documents; who shares nothing with nobody has the same fence and plans as before.
create function private.owners_fence(shared uuid[]) returns tsquery
  language sql stable security definer set search_path = ''
as $$
  select pg_catalog.string_agg('@' || pg_catalog.replace(o.id::text, '-', ''), '|')::tsquery
  from (select (select auth.uid()) as id union select d.user_id from public.documents d where d.id = any (shared)) o
$$;

-- In how many of the documents that the caller sees each lexeme stands. Their own are counted beforehand; of those shared
-- with them at most 300 are counted for each.
create function private.count_lexemes(lexemes text[]) returns table (word text, documents integer)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  me uuid := (select auth.uid());
  mine text := '@' || pg_catalog.replace((select auth.uid())::text, '-', '');
  shared uuid[] := array(select private.shared_documents());
  fence tsquery;
begin
  if shared = '{}' then
    return query select w.word, w.documents from public.search_words w where w.user_id = me and w.word = any (lexemes);
    return;
  end if;
  fence := private.owners_fence(shared);
  return query
  select l.word, (coalesce(w.documents, 0) + case when l.word = mine then pg_catalog.cardinality(shared) else f.n end)::integer
  from (select distinct w as word from unnest(lexemes) w where w <> '') l
  left join public.search_words w on w.user_id = me and w.word = l.word
  cross join lateral (
    select count(*)::integer as n from (
      select from public.document_search s
      where s.words @@ (fence && ('''' || pg_catalog.replace(pg_catalog.replace(l.word, '\', ''), '''', '''''') || '''')::tsquery) and (s.document_id = any (shared)) is true limit 300) found
  ) f
  where w.documents is not null or f.n > 0;
end
$$;

-- The documents that the caller sees for a search, best first, as one row of JSON. Each scan is a tsquery over document_search.words, of
-- which the first scan_caps documents are taken: its weight counts towards the share of the query's words that a document
-- has (scan_kinds 'b', at most norm in all; 'a' where finding it is worth several words at once), towards the share in title and fields ('x', at most norm), towards related
-- words ('g', at most 1), or not at all ('c': brings candidates only). vector_text and model_name add the nearest passages,
-- meant_types the types that the wording means. The score is the sum of the five, each by its factor; related words count
-- for as much as the query's own are missing, and likeness less where some document has them all. Of the results shown,
-- the passage with most of the stems by weight is given, else the nearest, else the first.
create or replace function private.search_documents(
  scans text[], scan_weights real[], scan_kinds text[], scan_caps integer[], norm real, must text,
  vector_text text, model_name text, meant_types text[], meant_weights real[],
  stems text[], stem_weights real[], factors jsonb, wanted jsonb, top integer
) returns table (results jsonb, total integer, facets jsonb)
  language plpgsql stable security definer
  set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  me uuid := (select auth.uid());
  shared uuid[] := array(select private.shared_documents());
  fence tsquery := private.owners_fence(shared);
  wholes extensions.vector(512) := vector_text::extensions.vector(512);
  signs bit(512) := extensions.binary_quantize(vector_text::extensions.vector(512))::bit(512);
  word_factor double precision := (factors ->> 'words')::double precision;
  title_factor double precision := (factors ->> 'titles')::double precision;
  related_factor double precision := (factors ->> 'related')::double precision;
  semantic_factor double precision := (factors ->> 'semantic')::double precision;
  trust double precision := (factors ->> 'trust')::double precision;
  type_factor double precision := (factors ->> 'type')::double precision;
  low double precision := (factors ->> 'low')::double precision;
  high double precision := (factors ->> 'high')::double precision;
  least_score double precision := (factors ->> 'least')::double precision;
  least_share double precision := (factors ->> 'share')::double precision;
  of_types text[] := case when wanted ? 'types' then array(select pg_catalog.jsonb_array_elements_text(wanted -> 'types')) end;
  of_categories text[] := case when wanted ? 'categories' then array(select pg_catalog.jsonb_array_elements_text(wanted -> 'categories')) end;
  of_documents uuid[] := case when wanted ? 'documents' then array(select pg_catalog.jsonb_array_elements_text(wanted -> 'documents')::uuid) end;
  in_folder uuid := (wanted ->> 'folder')::uuid;
  with_status text := wanted ->> 'status';
  from_day date := (wanted ->> 'after')::date;
  to_day date := (wanted ->> 'before')::date;
  in_trash boolean := coalesce((wanted ->> 'trashed')::boolean, false);
  after_score double precision := (wanted ->> 'afterScore')::double precision;
  after_id uuid := (wanted ->> 'afterId')::uuid;
  limited boolean := must <> '' or wanted - array['afterScore', 'afterId', 'documents', 'trashed'] <> '{}';
begin
  if must <> '' then
    fence := fence && must::tsquery;
  end if;
  return query
  with asked as materialized (
    select fence && a.query::tsquery as query, a.weight, a.kind, a.cap from unnest(scans, scan_weights, scan_kinds, scan_caps) a (query, weight, kind, cap)
  ),
  word_hits as (
    select h.at, greatest(sum(h.weight) filter (where h.kind = 'b'), max(h.weight) filter (where h.kind = 'a')) as body, sum(h.weight) filter (where h.kind = 'x') as extra,
      sum(h.weight) filter (where h.kind = 'g') as related
    from (
      select found.at, asked.weight, asked.kind
      from asked cross join lateral (
        select s.ctid as at from public.document_search s
        where s.words @@ asked.query and (s.user_id = me or s.document_id = any (shared)) is true and s.trashed = in_trash
          and (of_types is null or s.document_type = any (of_types))
          and (of_categories is null or s.category = any (of_categories))
          and (in_folder is null or s.folder_id = in_folder)
          and (from_day is null or s.dated_on >= from_day) and (to_day is null or s.dated_on < to_day)
          and (of_documents is null or s.document_id = any (of_documents))
          and (with_status is null or exists (select from public.documents d where d.id = s.document_id and d.status = with_status))
        limit asked.cap
      ) found
    ) h
    group by h.at
  ),
  sketches as (
    select k.document_id, k.user_id, k.ordinal, k.model, k.trashed, k.sketch from public.embedding_sketches k where k.user_id = me
    union all
    select k.document_id, k.user_id, k.ordinal, k.model, k.trashed, k.sketch from public.embedding_sketches k where k.document_id = any (shared)
  ),
  sketched as materialized (
    select k.document_id, k.user_id, k.ordinal from sketches k
    where wholes is not null and k.model = model_name and k.trashed = in_trash
      and (of_documents is null or k.document_id = any (of_documents))
      and (not limited or k.document_id in (
        select s.document_id from public.document_search s
        where (s.user_id = me or s.document_id = any (shared)) and s.trashed = in_trash and (must = '' or s.words @@ fence)
          and (of_types is null or s.document_type = any (of_types))
          and (of_categories is null or s.category = any (of_categories))
          and (in_folder is null or s.folder_id = in_folder)
          and (from_day is null or s.dated_on >= from_day) and (to_day is null or s.dated_on < to_day)
          and (with_status is null or exists (select from public.documents d where d.id = s.document_id and d.status = with_status))))
    order by k.sketch operator(extensions.<~>) signs
    limit 200
  ),
  nearest as (
    select s.ctid as at, n.ordinal, n.likeness
    from (
      select distinct on (e.document_id) e.document_id, e.user_id, e.ordinal, -(e.embedding operator(extensions.<#>) wholes) as likeness
      from sketched join public.document_embeddings e on e.document_id = sketched.document_id and e.user_id = sketched.user_id and e.ordinal = sketched.ordinal
      order by e.document_id, likeness desc
    ) n
    join public.document_search s on s.document_id = n.document_id and s.user_id = n.user_id
  ),
  together as (
    select coalesce(w.at, n.at) as at, least(coalesce(w.body, 0), norm) / norm as body, least(coalesce(w.extra, 0), norm) / norm as extra,
      least(coalesce(w.related, 0), 1) as related, n.likeness, n.ordinal,
      max(least(coalesce(w.body, 0), norm) / norm) over () as best_body
    from word_hits w full join nearest n on n.at = w.at
  ),
  scored as materialized (
    select t.at, s.document_id, s.user_id, s.category, s.document_type, s.tags, s.person, s.dated_on, t.body, t.extra, t.related, t.likeness, t.ordinal, m.weight as meant,
      pg_catalog.round(1e6 * (word_factor * t.body + title_factor * t.extra + related_factor * t.related * (1 - t.body)
        + semantic_factor * (1 - trust * t.best_body) * greatest(0, least(1, (coalesce(t.likeness, 0) - low) / (high - low)))
        + type_factor * coalesce(m.weight, 0))) / 1e6 as score
    from together t
    join public.document_search s on s.ctid = t.at
    left join unnest(meant_types, meant_weights) m (document_type, weight) on m.document_type = s.document_type
  ),
  kept as materialized (
    select * from scored c where c.score >= greatest(least_score, least_share * (select max(b.score) from scored b))
  ),
  page as (
    select * from kept k
    where after_id is null or k.score < after_score or (k.score = after_score and k.document_id > after_id)
    order by k.score desc, k.document_id limit top
  ),
  shown as (
    select p.*, d.title, e.page, e.content,
      (select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(f.name, f.value)) from public.document_fields f where f.document_id = p.document_id and f.value ~ '[0-9]') as numbers
    from page p
    join public.documents d on d.id = p.document_id and d.user_id = p.user_id
    left join lateral (
      select place - 1 as ordinal, sum(stem_weights[pg_catalog.array_position(stems, u.lexeme)]) as weight
      from public.document_search s
      cross join lateral unnest(pg_catalog.ts_filter(pg_catalog.setweight(s.words, 'A', stems), '{a}')) u (lexeme, positions, labels)
      cross join lateral unnest(u.positions) place
      where s.ctid = p.at and pg_catalog.cardinality(stems) > 0
      group by place order by 2 desc, 1 limit 1
    ) w on true
    left join public.document_embeddings e on e.document_id = p.document_id and e.user_id = p.user_id
      and e.ordinal = case when p.ordinal is null or w.weight >= 0.3 * norm then coalesce(w.ordinal, p.ordinal, 0) else p.ordinal end
  )
  select
    (select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('documentId', p.document_id, 'title', p.title, 'category', p.category, 'documentType', p.document_type,
      'score', p.score, 'body', p.body, 'extra', p.extra, 'related', p.related, 'likeness', p.likeness, 'ordinal', p.ordinal, 'meant', p.meant,
      'page', p.page, 'content', p.content, 'numbers', p.numbers) order by p.score desc, p.document_id) from shown p),
    (select count(*)::integer from kept),
    pg_catalog.jsonb_build_object(
      'category', (select pg_catalog.jsonb_object_agg(f.value, f.n) from (select k.category as value, count(*) as n from kept k group by 1) f),
      'documentType', (select pg_catalog.jsonb_object_agg(f.value, f.n) from (select k.document_type as value, count(*) as n from kept k group by 1) f),
      'person', (select pg_catalog.jsonb_object_agg(f.value, f.n) from (
        select k.person as value, count(*) as n from kept k where k.person is not null group by 1 order by 2 desc limit 50) f),
      'year', (select pg_catalog.jsonb_object_agg(f.value, f.n) from (select pg_catalog.date_part('year', k.dated_on)::integer as value, count(*) as n from kept k group by 1) f),
      'tags', (select pg_catalog.jsonb_object_agg(f.value, f.n) from (
        select g.value, count(*) as n from kept k cross join lateral unnest(k.tags) g (value) where k.tags <> '{}' group by 1 order by 2 desc limit 50) f));
end
$$;

-- The lexemes near each unknown word in what the caller sees: those it begins, and those that share a beginning in which it may
-- be mistyped (of about its length: at most longest letters, at least four fewer). Of what is shared, 300 documents are read.
create or replace function private.words_near(beginnings text[], endings text[], longest integer[], most integer) returns table (place integer, word text, documents integer)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  me uuid := (select auth.uid());
  shared uuid[] := array(select private.shared_documents());
begin
  if shared = '{}' then
    return query
    select b.place::integer, w.word, w.documents
    from unnest(beginnings, endings, longest) with ordinality b (beginning, ending, long, place)
    cross join lateral (
      select w.word, w.documents from public.search_words w
      where w.user_id = me and w.word >= b.beginning collate "C" and w.word < b.ending collate "C"
        and (b.long is null or pg_catalog.length(w.word) between b.long - 4 and b.long)
      order by w.documents desc, w.word limit most
    ) w;
    return;
  end if;
  return query
  with given as materialized (
    select u.word collate "C" as word, count(*)::integer as documents
    from (select s.words from public.document_search s where s.document_id = any (shared) limit 300) s
    cross join lateral unnest(pg_catalog.tsvector_to_array(s.words)) u (word)
    where pg_catalog.left(u.word, 1) <> '#' group by 1
  )
  select b.place::integer, n.word, n.documents
  from unnest(beginnings, endings, longest) with ordinality b (beginning, ending, long, place)
  cross join lateral (
    select t.word, sum(t.documents)::integer as documents from (
      select w.word, w.documents from public.search_words w where w.user_id = me and w.word >= b.beginning collate "C" and w.word < b.ending collate "C"
      union all
      select g.word, g.documents from given g where g.word >= b.beginning collate "C" and g.word < b.ending collate "C"
    ) t
    where b.long is null or pg_catalog.length(t.word) between b.long - 4 and b.long
    group by t.word order by 2 desc, 1 limit most
  ) n;
end
$$;

-- Titles and people of what the caller sees, and the caller's tags, that begin as typed. title_words and people are tsqueries of prefixes.
create or replace function private.suggest(title_words text, people text, typed text, most integer) returns table (kind text, text text, document_id uuid)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  me uuid := (select auth.uid());
  shared uuid[] := array(select private.shared_documents());
  fence tsquery := private.owners_fence(shared);
begin
  return query
  (select 'person'::text, p.person, null::uuid from (
    select s.person from public.document_search s
    where s.words @@ (fence && people::tsquery) and (s.user_id = me or s.document_id = any (shared)) is true and not s.trashed and s.person is not null limit 100) p
  group by p.person order by count(*) desc, p.person limit 20)
  union all
  (select 'tag'::text, t.name, null::uuid from public.tags t
  where t.user_id = me and pg_catalog.starts_with(pg_catalog.lower(t.name), typed) order by pg_catalog.lower(t.name) limit 3)
  union all
  (select 'title'::text, d.title, (pg_catalog.array_agg(d.id order by d.created_at desc))[1] from (
    select s.document_id from public.document_search s
    where s.words @@ (fence && title_words::tsquery) and (s.user_id = me or s.document_id = any (shared)) is true and not s.trashed limit 100) f
  join public.documents d on d.id = f.document_id
  group by d.title order by max(d.created_at) desc, d.title limit most);
end
$$;

-- For each document that the caller sees the passage with the most of the query's stems, by their weights; null where none has any.
create or replace function private.find_passages(documents uuid[], stems text[], weights real[], best integer)
  returns table (document_id uuid, ordinal integer, weight real)
  language sql stable security definer set search_path = ''
as $$
  select s.document_id, p.ordinal, p.weight
  from public.document_search s
  cross join lateral (
    select place - 1 as ordinal, sum(weights[pg_catalog.array_position(stems, u.lexeme)])::real as weight
    from unnest(pg_catalog.ts_filter(pg_catalog.setweight(s.words, 'A', stems), '{a}')) u (lexeme, positions, labels)
    cross join lateral unnest(u.positions) place
    group by place order by 2 desc, 1 limit best
  ) p
  where s.document_id = any (documents) and (s.user_id = (select auth.uid()) or s.document_id in (select private.shared_documents()))
$$;

grant execute on function private.count_lexemes(text[]) to authenticated;
