import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import { createPerson, openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import { vectorText } from './embeddings.ts';
import { shelve } from './testing/shelf.ts';

let test: TestDatabase;
let asha: UserActor;
let bela: UserActor;
let ids: string[];
const words = ['rent', 'lease', 'car', 'blood', 'glucose', 'salary', 'bank', 'tax', 'school', 'fees', 'visa', 'loan', 'gold', 'ring', 'gate', 'seat', 'dose', 'will', 'deed', 'plot'];
let seed = 7;
const some = (count: number) => Array.from({ length: count }, () => words[(seed = (seed * 16_807) % 2_147_483_647) % words.length]!).join(' ');

/** A direction for every word, so that all 512 signs say something, as those of a real encoder do. */
const directions = new Map(words.map((word, index) => {
  let at = index + 1;
  return [word, Float32Array.from({ length: 512 }, () => (at = (at * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5)] as const;
}));
const embedder: Embedder = {
  model: 'directions/1',
  dimensions: 512,
  embed: (texts) => Promise.resolve(texts.map((text) => {
    const sum = new Float32Array(512);
    for (const word of text.split(' ')) directions.get(word)!.forEach((value, index) => (sum[index]! += value));
    const length = Math.hypot(...sum);
    return sum.map((value) => value / length);
  })),
  close: () => Promise.resolve(),
};

/** Gives the model a cell around each of the words; none takes them all away. */
const cellsOf = async (middles: readonly string[]) => {
  await test.driver.admin.query(sql`delete from private.sketch_cells where model = ${embedder.model}`);
  for (const [index, vector] of (await embedder.embed([...middles], 'passage')).entries()) {
    await test.driver.admin.query(sql`insert into private.sketch_cells (model, cell, sketch) values (${embedder.model}, ${index + 1}, extensions.binary_quantize(${vectorText(vector)}::extensions.vector)::bit(512))`);
  }
};

beforeAll(async () => {
  test = await openTestDatabase();
  asha = await createPerson(test.db);
  bela = await createPerson(test.db);
  ids = [];
  await cellsOf(words);
  for (const owner of [asha, bela, asha, asha]) {
    const id = await shelve(test.db, owner, { title: 'Ledger', pages: Array.from({ length: 450 }, () => some(12)) }, embedder);
    if (owner === asha) ids.push(id);
  }
});

type Nearest = { document_id: string; ordinal: number; likeness: number };

/** The nearest passages as the function finds them for Asha (or another), and as measuring every vector of hers does. */
const nearest = async (query: string, options: { within?: string[]; person?: UserActor } = {}) => {
  const person = options.person ?? asha;
  const [vector] = await embedder.embed([query], 'query');
  const wanted = vectorText(vector!);
  const among = options.within ?? null;
  await test.driver.admin.query(sql`select set_config('request.jwt.claims', ${JSON.stringify(person.claims)}, false)`);
  const found = await test.driver.admin.query<Nearest>(sql`
    select n.document_id, n.ordinal, round(n.likeness::numeric, 6)::float8 as likeness
    from private.nearest_passages(${wanted}::extensions.vector, ${embedder.model}, false, ${among}::uuid[], '{}') n order by n.likeness desc, n.document_id`);
  const measured = await test.driver.admin.query<Nearest>(sql`
    select * from (
      select distinct on (e.document_id) e.document_id, e.ordinal, round((-(e.embedding operator(extensions.<#>) ${wanted}::extensions.vector))::numeric, 6)::float8 as likeness
      from public.document_embeddings e where e.user_id = ${person.userId} and (${among}::uuid[] is null or e.document_id = any (${among}::uuid[]))
      order by e.document_id, 3 desc) m
    order by m.likeness desc, m.document_id`);
  return { found: found.map((one) => one.likeness), measured: measured.map((one) => one.likeness), documents: found.map((one) => one.document_id) };
};

describe('the nearest passages of a large vault', () => {
  it('are those that measuring all of the owner\'s finds, and nobody else\'s', async () => {
    for (const query of ['rent lease', 'blood glucose dose', 'gold ring', some(12), some(12)]) {
      const { found, measured, documents } = await nearest(query);
      expect(found).toEqual(measured);
      expect([...documents].sort()).toEqual([...ids].sort());
    }
  });
  it('are the same in a small vault, of which every passage is measured', async () => {
    for (const query of ['rent lease', some(12)]) {
      const { found, measured } = await nearest(query, { person: bela });
      expect(found).toEqual(measured);
    }
  });
  it('are the same for a model that has no cells', async () => {
    await cellsOf([]);
    const { found, measured } = await nearest('blood glucose dose');
    expect(found).toEqual(measured);
    await cellsOf(words);
  });
  it('lie in the cells of the packaged encoder, which are 128', async () => {
    const [row] = await test.driver.admin.query<{ n: number }>(sql`select count(*)::integer as n from private.sketch_cells where model = 'use-lite-en/1'`);
    expect(row).toEqual({ n: 128 });
  });
  it('are looked for within some documents where the search is narrowed', async () => {
    const { found, measured, documents } = await nearest('school fees', { within: [ids[1]!] });
    expect(found).toEqual(measured);
    expect(documents).toEqual([ids[1]]);
  });
  it('leave out what lies in the trash', async () => {
    const trash = (at: Date | null) => test.db.asUser(asha, (tx) => tx.query(sql`update public.documents set deleted_at = ${at} where id = ${ids[0]!}`));
    await trash(new Date());
    expect([...(await nearest('visa loan')).documents].sort()).toEqual([ids[1]!, ids[2]!].sort());
    await trash(null);
    expect((await nearest('visa loan')).documents).toHaveLength(3);
  });
});
