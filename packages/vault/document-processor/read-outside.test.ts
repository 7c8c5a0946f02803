import sql from 'sql-template-tag';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createGoogleVisionReader } from '@docuvault/ocr-google-vision/google-vision-reader.ts';
import { annotationOf, badKey, linesSeen, picturesOf, startGoogleVision } from '@docuvault/testing/google-vision.ts';
import { decideConsent, listConsents } from '../account/consents.ts';
import { readActivity, readText, readWords } from '../documents/read-parts.ts';
import { reprocessDocument } from './reprocess-document.ts';
import { openWorkshop } from './test/workshop.ts';

const key = 'AIza-a-key-for-tests';
const vision = await startGoogleVision(key, (picture) => annotationOf(linesSeen([`Seen outside: page ${/page number (\d)/.exec(picture.toString('latin1'))?.[1] ?? '?'}`])));
const { me, processor, put, scan, someone, state, vault } = await openWorkshop();
const freshReader = () => createGoogleVisionReader({ apiKey: key, apiUrl: vision.url, wait: () => Promise.resolve() });
afterAll(() => vision.stop());
beforeEach(async () => {
  await someone();
  vision.calls.length = 0;
  vision.failing = () => null;
  vault.outside = { reader: freshReader(), pagesPerMonth: 100 };
});
const ctx = () => ({ actor: me(), deps: vault });
const agree = (granted = true) => decideConsent(ctx(), { purpose: 'outside_reading', granted });
const used = async () => {
  const [consent] = (await listConsents(ctx())).items;
  return consent?.purpose === 'outside_reading' ? consent.pagesUsed : null;
};
const textOf = async (id: string) => (await vault.db.asUser(me(), (tx) => readText(tx, id))).pages.map(({ text }) => text);
const outsideOf = async (id: string) => (await vault.db.asUser(me(), (tx) => readActivity(tx, id, {}))).items.filter(({ action }) => action === 'read_outside').map(({ actorId, details }) => ({ actorId, ...details }));
const readersOf = (id: string) => vault.db.asService('test', async (tx) =>
  (await tx.query<{ reader: string | null }>(sql`select p.reader from public.document_pages p where p.document_id = ${id} order by p.page`)).map(({ reader }) => reader));
const host = new URL(vision.url).host;

describe('a scan that a service outside may read', () => {
  it('stays in the vault, whatever key there is, until its owner agrees; and again when that is taken back', async () => {
    const id = await put(scan(2));
    await processor().runOnce();
    await agree();
    await agree(false);
    await reprocessDocument(ctx(), { documentId: id });
    await processor().runOnce();
    expect([vision.calls, await used(), await outsideOf(id), await readersOf(id)]).toEqual([[], 0, [], [null, null]]);
  });

  it('is read there once they agree, and says so: who read which page, and where it went', async () => {
    await agree();
    const id = await put(scan(3));
    await processor().runOnce();
    expect(await textOf(id)).toEqual([1, 2, 3].map((page) => `Seen outside: page ${page}`));
    expect(await readersOf(id)).toEqual(Array(3).fill('google_vision'));
    expect(await outsideOf(id)).toEqual([{ actorId: null, provider: 'google_vision', host, sent: [1, 2, 3], readHere: [], because: [] }]);
    expect(await used()).toBe(3);
    const { words } = await vault.db.asUser(me(), (tx) => readWords(tx, id, 2));
    expect(words.map(({ text }) => text)).toEqual(['Seen', 'outside:', 'page', '2']);
  });

  it('keeps pages at home that have a text of their own', async () => {
    await agree();
    const id = await put(`${scan(1)}\fa page with its own text`);
    await processor().runOnce();
    expect(await textOf(id)).toEqual(['Seen outside: page 1', expect.stringContaining('a page with its own text')]);
    expect(vision.calls.flatMap(picturesOf)).toHaveLength(1);
  });

  it('is read in the vault where the month’s budget ends, and outside again in the next month', async () => {
    vault.outside = { reader: freshReader(), pagesPerMonth: 3 };
    await agree();
    const [first, second] = [await put(scan(2)), await put(scan(2))];
    await processor().runOnce();
    const both = [...await outsideOf(first), ...await outsideOf(second)];
    expect(both.flatMap((one) => (one as unknown as { sent: number[] }).sent)).toHaveLength(3);
    expect(both).toContainEqual(expect.objectContaining({ sent: [1], readHere: [2], because: ['budget'] }));
    expect([await used(), vision.calls.flatMap(picturesOf).length]).toEqual([3, 3]);
    vault.clock.advance(32 * 24 * 60 * 60_000);
    expect(await used()).toBe(0);
    const third = await put(scan(1));
    await processor().runOnce();
    expect(await textOf(third)).toEqual(['Seen outside: page 1']);
  });

  it.each([['is out of order', () => ({ status: 503 }), 'unreachable'], ['refuses the key', () => badKey, 'refused'], ['is busy', () => ({ status: 429 }), 'busy'], ['talks nonsense', () => ({ status: 200, text: '{"responses":' }), 'unreachable']])(
    'is read in the vault when the service %s, which its history says', async (_what, failing, because) => {
      vision.failing = failing;
      await agree();
      const id = await put(scan(2));
      await processor().runOnce();
      expect((await textOf(id))[1]).toContain('(scan) page number 2');
      expect(await readersOf(id)).toEqual([null, null]);
      expect(await outsideOf(id)).toMatchObject([{ sent: [1, 2], readHere: [1, 2], because: [because] }]);
      expect(await used()).toBe(because === 'unreachable' && _what === 'talks nonsense' ? 2 : 0);
    });

  it('is told of before it goes: a worker that dies on the way has written where pages were sent', async () => {
    await agree();
    const id = await put(scan(1));
    const seen: unknown[] = [];
    const { reader } = vault.outside!;
    vault.outside = { pagesPerMonth: 5, reader: { ...reader, read: async (pictures, signal) => { seen.push(...await outsideOf(id)); return reader.read(pictures, signal); } } };
    await processor().runOnce();
    expect(seen).toMatchObject([{ provider: 'google_vision', host, sent: [1] }]);
  });

  it('is not read outside by consent for another service', async () => {
    await agree();
    const other = freshReader();
    vault.outside = { reader: { ...other, provider: 'another' }, pagesPerMonth: 5 };
    const id = await put(scan(1));
    await processor().runOnce();
    expect([vision.calls, await readersOf(id), (await listConsents(ctx())).items[0]!.granted]).toEqual([[], [null], false]);
    expect(state.pagesRead).toEqual([1]);
  });
});
