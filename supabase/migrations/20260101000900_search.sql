-- Search. Words are cut, folded and stemmed in TypeScript (packages/vault/search-engine/analyse-text.ts), the same on every
-- engine, and stored as tsvectors; see docs/adr/0007-ranking.md. Reading goes through definer functions that restate
-- ownership, because under row level security an operator that is not leakproof (@@, <~>) may not use an index.
create table public.document_search (
  document_id uuid not null,
  user_id uuid not null,
  category text not null,
  document_type text not null,
  person text,
  tags text[] not null default '{}',
  folder_id uuid,
  dated_on date not null,
  trashed boolean not null default false,
  words tsvector not null,
  indexed_at timestamptz not null default now(),
  primary key (document_id, user_id),
  constraint document_search_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
-- Out of line, so that the rows which counting and facets read stay at about fifty a page.
alter table public.document_search alter column words set storage external;
create index document_search_owner_type_idx on public.document_search (user_id, document_type);
create index document_search_words_idx on public.document_search using gin (words) with (fastupdate = on, gin_pending_list_limit = 256);
comment on table public.document_search is 'One row a searchable document.';
comment on column public.document_search.words is 'Stems, their positions being passage ordinals plus one; ^stem in the title, =stem in type, fields, tags and person, #abcd a part of a number, %key:value an attribute, @owner the owner.';

create table public.document_embeddings (
  document_id uuid not null,
  user_id uuid not null,
  ordinal integer not null check (ordinal >= 0),
  page integer not null check (page >= 1),
  content text not null,
  model text,
  embedding extensions.vector(512),
  created_at timestamptz not null default now(),
  primary key (document_id, user_id, ordinal),
  constraint document_embeddings_embedded check ((embedding is null) = (model is null)),
  constraint document_embeddings_document_fkey foreign key (document_id, user_id) references public.documents (id, user_id) on delete cascade
);
alter table public.document_embeddings alter column embedding set storage plain;
create index document_embeddings_owner_idx on public.document_embeddings (user_id);
create index document_embeddings_pending_idx on public.document_embeddings (document_id, ordinal) where embedding is null;
comment on table public.document_embeddings is 'Passages of documents; embedding is null until made. Vectors of different models are never compared.';

-- The signs of a vector's numbers: 64 bytes that are scanned exactly before the best are measured on the whole vectors.
create table public.embedding_sketches (
  document_id uuid not null,
  user_id uuid not null,
  ordinal integer not null,
  model text not null,
  trashed boolean not null default false,
  sketch bit(512) not null,
  primary key (document_id, user_id, ordinal),
  constraint embedding_sketches_embedding_fkey foreign key (document_id, user_id, ordinal)
    references public.document_embeddings (document_id, user_id, ordinal) on delete cascade
);
create index embedding_sketches_owner_idx on public.embedding_sketches (user_id);
comment on table public.embedding_sketches is 'First stage of the vector search; follows document_embeddings.';

create table public.search_words (
  user_id uuid not null references public.users (id) on delete cascade,
  word text collate "C" not null,
  documents integer not null,
  primary key (user_id, word)
);
comment on table public.search_words is 'The lexemes in a person''s documents (but for parts of numbers) and in how many: for rarity, for completing and for mending typing errors. The owner''s own lexeme counts the documents.';

alter table public.document_search enable row level security;
alter table public.document_embeddings enable row level security;
alter table public.embedding_sketches enable row level security;
alter table public.search_words enable row level security;
revoke all on public.document_search, public.document_embeddings, public.embedding_sketches, public.search_words from anon, authenticated;
grant select on public.document_search, public.document_embeddings, public.search_words to authenticated;
grant all on public.document_search, public.document_embeddings, public.embedding_sketches, public.search_words to service_role;

create policy "owners read their search rows" on public.document_search
  for select to authenticated using (document_search.user_id = (select auth.uid()));
create policy "owners read their passages" on public.document_embeddings
  for select to authenticated using (document_embeddings.user_id = (select auth.uid()));
create policy "owners read their words" on public.search_words
  for select to authenticated using (search_words.user_id = (select auth.uid()));

-- What the document's row says about filters and facets follows it at once; words follow by reindexing.
create function private.follow_document() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.document_search s
  set category = new.category, document_type = new.document_type, person = new.person, folder_id = new.folder_id, trashed = new.deleted_at is not null
  where s.document_id = new.id and s.user_id = new.user_id;
  if (old.deleted_at is null) <> (new.deleted_at is null) then
    update public.embedding_sketches k set trashed = new.deleted_at is not null where k.document_id = new.id and k.user_id = new.user_id;
  end if;
  return null;
end
$$;
create trigger documents_follow_in_search after update of category, document_type, person, folder_id, deleted_at on public.documents
  for each row when (
    (old.category, old.document_type, old.person, old.folder_id, old.deleted_at)
    is distinct from (new.category, new.document_type, new.person, new.folder_id, new.deleted_at))
  execute function private.follow_document();

-- Counts the stems that a document gains or loses. Rows are taken in the order of the words, so that two writers never wait in a ring.
create function private.count_words(owner uuid, gained text[], lost text[]) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.search_words as w (user_id, word, documents)
  select owner, g.word, 1 from unnest(gained) g (word)
  where pg_catalog.left(g.word, 1) <> '#'
  order by g.word collate "C"
  on conflict (user_id, word) do update set documents = w.documents + 1;
  if pg_catalog.cardinality(lost) > 0 then
    update public.search_words w set documents = w.documents - 1 where w.user_id = owner and w.word = any (lost);
    delete from public.search_words w where w.user_id = owner and w.word = any (lost) and w.documents <= 0;
  end if;
end
$$;

create function private.forget_words() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.users u where u.id = old.user_id) then
    perform private.count_words(old.user_id, '{}', pg_catalog.tsvector_to_array(old.words));
  end if;
  return null;
end
$$;
create trigger document_search_forget_words after delete on public.document_search
  for each row execute function private.forget_words();

-- True where the caller may write the index of this document: its owner, or the service.
create function private.may_index(document uuid, owner uuid) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.documents d
    where d.id = document and d.user_id = owner
      and ((select auth.uid()) = owner or (select auth.role()) = 'service_role')
  )
$$;

-- Puts a document's words in the index, in place of those it had.
create function private.put_words(document uuid, owner uuid, tag_names text[], dated date, vector_text text) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  fresh tsvector := vector_text::tsvector;
  before text[];
  after text[] := pg_catalog.tsvector_to_array(vector_text::tsvector);
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  select pg_catalog.tsvector_to_array(s.words) into before
  from public.document_search s where s.document_id = document and s.user_id = owner for update;
  if before is null then
    perform private.count_words(owner, after, '{}');
  else
    perform private.count_words(owner,
      array(select unnest(after) except select unnest(before)),
      array(select unnest(before) except select unnest(after)));
  end if;
  insert into public.document_search as s (document_id, user_id, category, document_type, person, tags, folder_id, dated_on, trashed, words)
  select d.id, d.user_id, d.category, d.document_type, d.person, tag_names, d.folder_id, coalesce(dated, d.created_at::date), d.deleted_at is not null, fresh
  from public.documents d where d.id = document
  on conflict (document_id, user_id) do update
  set category = excluded.category, document_type = excluded.document_type, person = excluded.person, tags = excluded.tags,
    folder_id = excluded.folder_id, dated_on = excluded.dated_on, trashed = excluded.trashed, words = excluded.words, indexed_at = pg_catalog.now();
end
$$;

-- Makes the document's passages these; one whose text is unchanged keeps its vector.
create function private.put_passages(document uuid, owner uuid, pages integer[], contents text[]) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  delete from public.document_embeddings e
  where e.document_id = document and e.user_id = owner
    and (e.ordinal >= pg_catalog.cardinality(contents) or e.content <> contents[e.ordinal + 1] or e.page <> pages[e.ordinal + 1]);
  insert into public.document_embeddings (document_id, user_id, ordinal, page, content)
  select document, owner, c.place - 1, c.page, c.content
  from unnest(pages, contents) with ordinality c (page, content, place)
  on conflict (document_id, user_id, ordinal) do nothing;
end
$$;

-- Stores the vectors of passages that still have the text they were made of; returns how many were stored.
create function private.put_embeddings(document uuid, owner uuid, model_name text, ordinals integer[], fingerprints text[], vectors text[]) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  stored integer;
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  update public.document_embeddings e set embedding = v.embedding::extensions.vector(512), model = model_name
  from unnest(ordinals, fingerprints, vectors) v (ordinal, fingerprint, embedding)
  where e.document_id = document and e.user_id = owner and e.ordinal = v.ordinal and pg_catalog.md5(e.content) = v.fingerprint;
  get diagnostics stored = row_count;
  insert into public.embedding_sketches as k (document_id, user_id, ordinal, model, trashed, sketch)
  select e.document_id, e.user_id, e.ordinal, e.model, d.deleted_at is not null, extensions.binary_quantize(e.embedding)::bit(512)
  from public.document_embeddings e join public.documents d on d.id = e.document_id
  where e.document_id = document and e.user_id = owner and e.ordinal = any (ordinals) and e.embedding is not null
  on conflict (document_id, user_id, ordinal) do update set model = excluded.model, sketch = excluded.sketch, trashed = excluded.trashed;
  return stored;
end
$$;

-- The caller's documents for a search, best first, as one row of JSON. Each scan is a tsquery over document_search.words, of
-- which the first scan_caps documents are taken: its weight counts towards the share of the query's words that a document
-- has (scan_kinds 'b', at most norm in all; 'a' where finding it is worth several words at once), towards the share in title and fields ('x', at most norm), towards related
-- words ('g', at most 1), or not at all ('c': brings candidates only). vector_text and model_name add the nearest passages,
-- meant_types the types that the wording means. The score is the sum of the five, each by its factor; related words count
-- for as much as the query's own are missing, and likeness less where some document has them all. Of the results shown,
-- the passage with most of the stems by weight is given, else the nearest, else the first.
create function private.search_documents(
  scans text[], scan_weights real[], scan_kinds text[], scan_caps integer[], norm real, must text,
  vector_text text, model_name text, meant_types text[], meant_weights real[],
  stems text[], stem_weights real[], factors jsonb, wanted jsonb, top integer
) returns table (results jsonb, total integer, facets jsonb)
  language plpgsql stable security definer
  set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  me uuid := (select auth.uid());
  fence tsquery := ('@' || pg_catalog.replace(me::text, '-', ''))::tsquery;
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
        where s.words @@ asked.query and (s.user_id = me) is true and s.trashed = in_trash
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
  sketched as materialized (
    select k.document_id, k.ordinal from public.embedding_sketches k
    where wholes is not null and k.user_id = me and k.model = model_name and k.trashed = in_trash
      and (of_documents is null or k.document_id = any (of_documents))
      and (not limited or k.document_id in (
        select s.document_id from public.document_search s
        where s.user_id = me and s.trashed = in_trash and (must = '' or s.words @@ fence)
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
      select distinct on (e.document_id) e.document_id, e.ordinal, -(e.embedding operator(extensions.<#>) wholes) as likeness
      from sketched join public.document_embeddings e on e.document_id = sketched.document_id and e.user_id = me and e.ordinal = sketched.ordinal
      order by e.document_id, likeness desc
    ) n
    join public.document_search s on s.document_id = n.document_id and s.user_id = me
  ),
  together as (
    select coalesce(w.at, n.at) as at, least(coalesce(w.body, 0), norm) / norm as body, least(coalesce(w.extra, 0), norm) / norm as extra,
      least(coalesce(w.related, 0), 1) as related, n.likeness, n.ordinal,
      max(least(coalesce(w.body, 0), norm) / norm) over () as best_body
    from word_hits w full join nearest n on n.at = w.at
  ),
  scored as materialized (
    select t.at, s.document_id, s.category, s.document_type, s.tags, s.person, s.dated_on, t.body, t.extra, t.related, t.likeness, t.ordinal, m.weight as meant,
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
    join public.documents d on d.id = p.document_id and d.user_id = me
    left join lateral (
      select place - 1 as ordinal, sum(stem_weights[pg_catalog.array_position(stems, u.lexeme)]) as weight
      from public.document_search s
      cross join lateral unnest(pg_catalog.ts_filter(pg_catalog.setweight(s.words, 'A', stems), '{a}')) u (lexeme, positions, labels)
      cross join lateral unnest(u.positions) place
      where s.ctid = p.at and pg_catalog.cardinality(stems) > 0
      group by place order by 2 desc, 1 limit 1
    ) w on true
    left join public.document_embeddings e on e.document_id = p.document_id and e.user_id = me
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

-- The caller's lexemes near each unknown word: those it begins, and those that share a beginning in which it may be mistyped (of about its length: at most longest letters, at least four fewer).
create function private.words_near(beginnings text[], endings text[], longest integer[], most integer) returns table (place integer, word text, documents integer)
  language sql stable security definer set search_path = '' set enable_seqscan = off
as $$
  select b.place::integer, w.word, w.documents
  from unnest(beginnings, endings, longest) with ordinality b (beginning, ending, long, place)
  cross join lateral (
    select w.word, w.documents from public.search_words w
    where w.user_id = (select auth.uid()) and w.word >= b.beginning collate "C" and w.word < b.ending collate "C"
      and (b.long is null or pg_catalog.length(w.word) between b.long - 4 and b.long)
    order by w.documents desc, w.word limit most
  ) w
$$;

-- Titles, people and tags of the caller's that begin as typed. title_words and people are tsqueries of prefixes.
create function private.suggest(title_words text, people text, typed text, most integer) returns table (kind text, text text, document_id uuid)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  me uuid := (select auth.uid());
  fence tsquery := ('@' || pg_catalog.replace(me::text, '-', ''))::tsquery;
begin
  return query
  (select 'person'::text, p.person, null::uuid from (
    select s.person from public.document_search s
    where s.words @@ (fence && people::tsquery) and (s.user_id = me) is true and not s.trashed and s.person is not null limit 100) p
  group by p.person order by count(*) desc, p.person limit 20)
  union all
  (select 'tag'::text, t.name, null::uuid from public.tags t
  where t.user_id = me and pg_catalog.starts_with(pg_catalog.lower(t.name), typed) order by pg_catalog.lower(t.name) limit 3)
  union all
  (select 'title'::text, d.title, (pg_catalog.array_agg(d.id order by d.created_at desc))[1] from (
    select s.document_id from public.document_search s
    where s.words @@ (fence && title_words::tsquery) and (s.user_id = me) is true and not s.trashed limit 100) f
  join public.documents d on d.id = f.document_id and d.user_id = me
  group by d.title order by max(d.created_at) desc, d.title limit most);
end
$$;

-- For each document of the caller's the passage with the most of the query's stems, by their weights; null where none has any.
create function private.find_passages(documents uuid[], stems text[], weights real[], best integer)
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
  where s.document_id = any (documents) and s.user_id = (select auth.uid())
$$;

grant execute on function
  private.may_index(uuid, uuid), private.put_words(uuid, uuid, text[], date, text), private.put_passages(uuid, uuid, integer[], text[]),
  private.put_embeddings(uuid, uuid, text, integer[], text[], text[]) to authenticated, service_role;
grant execute on function
  private.search_documents(text[], real[], text[], integer[], real, text, text, text, text[], real[], text[], real[], jsonb, jsonb, integer),
  private.words_near(text[], text[], integer[], integer), private.suggest(text, text, text, integer),
  private.find_passages(uuid[], text[], real[], integer) to authenticated;
