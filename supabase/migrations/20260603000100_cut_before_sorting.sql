-- Half of what a search by meaning took was sorting signs that were never near. Of a large vault a thousand are measured first,
-- which tells how far the nearest can be; only those below that are sorted. The two hundred that come out are the same.

-- For each document the passage nearest to a vector, by the signs first and then by the whole vectors of the nearest two hundred.
-- Looks at the caller's own and at those of the documents given as shared with them; within narrows that. Called by search_documents only.
create function private.nearest_passages(wanted extensions.vector, model_name text, in_trash boolean, within uuid[], shared uuid[])
  returns table (document_id uuid, user_id uuid, ordinal integer, likeness double precision)
  language plpgsql stable security definer rows 200
  set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  me uuid := (select auth.uid());
  signs bit(512) := extensions.binary_quantize(wanted)::bit(512);
  measured double precision[];
  places tid[];
begin
  if within is null then
    measured := array(select k.sketch operator(extensions.<~>) signs from public.embedding_sketches k where k.user_id = me limit 1000);
    if pg_catalog.cardinality(measured) = 1000 then
      places := array(
        select k.ctid from public.embedding_sketches k
        where k.user_id = me and k.sketch operator(extensions.<~>) signs < (select m from unnest(measured) m order by m offset 60 limit 1)
          and k.trashed = in_trash and k.model = model_name
        order by k.sketch operator(extensions.<~>) signs limit 200);
    end if;
  end if;
  if places is null or pg_catalog.cardinality(places) < 200 then
    places := array(
      select k.ctid from public.embedding_sketches k
      where k.user_id = me and k.trashed = in_trash and k.model = model_name and (within is null or k.document_id in (select unnest(within)))
      order by k.sketch operator(extensions.<~>) signs limit 200);
  end if;
  if shared <> '{}' then
    places := array(
      select found.at
      from (
        select k.ctid as at, k.sketch from public.embedding_sketches k where k.ctid = any (places)
        union all
        select k.ctid, k.sketch from public.embedding_sketches k
        where k.document_id = any (shared) and k.trashed = in_trash and k.model = model_name and (within is null or k.document_id in (select unnest(within)))
      ) found
      order by found.sketch operator(extensions.<~>) signs limit 200);
  end if;
  return query
  select distinct on (e.document_id) e.document_id, e.user_id, e.ordinal, -(e.embedding operator(extensions.<#>) wanted) as nearness
  from public.embedding_sketches k
  join public.document_embeddings e on e.document_id = k.document_id and e.user_id = k.user_id and e.ordinal = k.ordinal
  where k.ctid = any (places)
  order by e.document_id, nearness desc;
end
$$;

-- The documents that the caller sees for a search, best first, as one row of JSON. Each scan is a tsquery over document_search.words, of
-- which the first scan_caps documents are taken: its weight counts towards the share of the query's words that a document
-- has (scan_kinds 'b', at most norm in all; 'a' where finding it is worth several words at once), towards the share in title and fields ('x', at most norm), towards related
-- words ('g', at most 1), or not at all ('c': brings candidates only). vector_text and model_name add the nearest passages,
-- meant_types the types that the wording means. The score is the sum of the five, each by its factor; related words count
-- for as much as the query's own are missing, and for less the longer the document (which has some of every group), and likeness less where some document has them all. Of the results shown,
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
  word_factor double precision := (factors ->> 'words')::double precision;
  title_factor double precision := (factors ->> 'titles')::double precision;
  related_factor double precision := (factors ->> 'related')::double precision;
  length_factor double precision := coalesce((factors ->> 'length')::double precision, 0);
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
  within uuid[] := of_documents;
begin
  if must <> '' then
    fence := fence && must::tsquery;
  end if;
  if limited and wholes is not null then
    within := array(
      select s.document_id from public.document_search s
      where (s.user_id = me or s.document_id = any (shared)) and s.trashed = in_trash and (must = '' or s.words @@ fence)
        and (of_types is null or s.document_type = any (of_types))
        and (of_categories is null or s.category = any (of_categories))
        and (in_folder is null or s.folder_id = in_folder)
        and (from_day is null or s.dated_on >= from_day) and (to_day is null or s.dated_on < to_day)
        and (of_documents is null or s.document_id = any (of_documents))
        and (with_status is null or exists (select from public.documents d where d.id = s.document_id and d.status = with_status)));
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
  nearest as (
    select s.ctid as at, n.ordinal, n.likeness
    from private.nearest_passages(wholes, model_name, in_trash, within, shared) n
    join public.document_search s on s.document_id = n.document_id and s.user_id = n.user_id
    where wholes is not null
  ),
  together as (
    select coalesce(w.at, n.at) as at, least(coalesce(w.body, 0), norm) / norm as body, least(coalesce(w.extra, 0), norm) / norm as extra,
      least(coalesce(w.related, 0), 1) as related, n.likeness, n.ordinal,
      max(least(coalesce(w.body, 0), norm) / norm) over () as best_body
    from word_hits w full join nearest n on n.at = w.at
  ),
  scored as materialized (
    select t.at, s.document_id, s.user_id, s.category, s.document_type, s.tags, s.person, s.dated_on, t.body, t.extra, t.related, t.likeness, t.ordinal, m.weight as meant,
      pg_catalog.round(1e6 * (word_factor * t.body + title_factor * t.extra + greatest(0, related_factor - length_factor * pg_catalog.ln(s.pages)) * t.related * (1 - t.body)
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
