import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageReading, Unread } from '@docuvault/core/page-reader.ts';
import { annotationOf, badKey, forbiddenKey, linesSeen, picturesOf, startGoogleVision, type GoogleVision } from '@docuvault/testing/google-vision.ts';
import { createGoogleVisionReader, type GoogleVisionOptions } from './google-vision-reader.ts';

const key = 'AIza-a-key-for-tests';
const jpeg = (name: string) => new TextEncoder().encode(name);
let vision: GoogleVision;
let waits: number[];
let at: number;
let says: (picture: string) => object;

beforeAll(async () => { vision = await startGoogleVision(key, (picture) => says(picture.toString())); });
afterAll(() => vision.stop());
beforeEach(() => {
  vision.calls.length = 0;
  vision.failing = () => null;
  waits = [];
  at = 1_000_000;
  says = (picture) => annotationOf(linesSeen([`Read ${picture}, all of it.`]));
});
const reader = (options: Partial<GoogleVisionOptions> = {}) => createGoogleVisionReader({ apiKey: key, apiUrl: `${vision.url}/`, now: () => at, wait: (ms) => { waits.push(ms); return Promise.resolve(); }, ...options });
const asked = () => vision.calls.filter((call) => call.method === 'POST').length;

describe('pictures read by Google Cloud Vision', () => {
  it('are sent with the key in a header, and answered one by one', async () => {
    const answers = await reader().read([jpeg('one'), jpeg('two')]) as PageReading[];
    expect(answers.map(({ text }) => text)).toEqual(['Read one, all of it.', 'Read two, all of it.']);
    expect(answers[0]).toMatchObject({ confidence: 0.98 });
    expect(vision.calls.map(({ path, headers }) => [path, headers['x-goog-api-key']])).toEqual([['/v1/images:annotate', key]]);
  });

  it('keep to 16 pictures and 10 MB a request', async () => {
    const many = Array.from({ length: 35 }, (_, i) => jpeg(`p${i}`));
    const answers = await reader().read(many) as PageReading[];
    expect(answers.map(({ text }) => text)).toEqual(many.map((_, i) => `Read p${i}, all of it.`));
    expect(vision.calls.map((call) => picturesOf(call).length)).toEqual([16, 16, 3]);
    says = (picture) => annotationOf(linesSeen([`${picture.length} bytes`]));
    const large = [3_000_000, 3_000_000, 3_000_000, 7_600_000].map((size) => new Uint8Array(size).fill(65));
    expect(await reader().read(large)).toMatchObject([{ text: '3000000 bytes' }, { text: '3000000 bytes' }, { text: '3000000 bytes' }, { reason: 'too_large', sent: false, charged: false }]);
    expect(vision.calls.slice(3).map((call) => picturesOf(call).length)).toEqual([2, 1]);
  });

  it('are tried again when the service is busy or out of order, after the wait that it asks for', async () => {
    const failures = [{ status: 503, text: 'upstream' }, { status: 429, headers: { 'retry-after': '3' }, body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } } }];
    vision.failing = () => failures.shift() ?? null;
    expect(await reader().read([jpeg('late')])).toMatchObject([{ text: 'Read late, all of it.' }]);
    expect(waits[0]).toBeGreaterThanOrEqual(375);
    expect(waits[1]).toBe(3000);
  });

  it.each([['is cut off', () => 'cut' as const], ['is no JSON', () => ({ status: 200, text: '<html>' })], ['has too few parts', () => ({ status: 200, body: { responses: [] } })], ['is null', () => ({ status: 200, text: 'null' })], ['never comes', () => 'hang' as const], ['is 500', () => ({ status: 500, text: '' })]])(
    'are left unread after three tries where the answer %s, and nobody waits again for a minute', async (_what, failing) => {
      vision.failing = failing;
      const mine = reader({ timeoutMs: 60 });
      expect(await mine.read([jpeg('x')])).toMatchObject([{ reason: 'unreachable', sent: true }]);
      expect([asked(), waits.length]).toEqual([3, 2]);
      await expect(mine.check()).rejects.toThrow();
      expect(await mine.read([jpeg('y')])).toMatchObject([{ reason: 'unreachable', sent: false }]);
      expect(asked()).toBe(3);
      vision.failing = () => null;
      at += 60_000;
      expect(await mine.read([jpeg('y')])).toMatchObject([{ text: 'Read y, all of it.' }]);
      await mine.check();
    });

  it.each([['is none', () => badKey], ['may not do this', () => forbiddenKey]])('are not tried again with a key that %s', async (_what, failing) => {
    vision.failing = failing;
    const mine = reader();
    expect(await mine.read([jpeg('x')])).toMatchObject([{ reason: 'refused', charged: false }]);
    at += 60_000;
    expect(await mine.read([jpeg('x')])).toMatchObject([{ reason: 'refused', sent: false }]);
    expect(asked()).toBe(1);
    at += 300_000;
    await expect(mine.check()).rejects.toThrow('does not answer');
  });

  it('are judged one by one inside an answer: what passes is asked for again, what is bad is not', async () => {
    let first = true;
    says = (picture) => {
      if (picture === 'bad') return { error: { code: 3, message: 'Bad image data.' } };
      if (picture === 'slow' && first) { first = false; return { error: { code: 14, message: 'The service is currently unavailable.' } }; }
      return picture === 'blank' ? {} : annotationOf(linesSeen([picture]));
    };
    const mine = reader();
    const answers = await mine.read(['good', 'bad', 'slow', 'blank'].map(jpeg));
    expect(answers).toMatchObject([{ text: 'good' }, { reason: 'picture', sent: true }, { text: 'slow' }, { text: '', confidence: 0 }]);
    expect(vision.calls.map((call) => picturesOf(call).map(String))).toEqual([['good', 'bad', 'slow', 'blank'], ['slow']]);
    expect((await mine.read([jpeg('good')]))[0]).toMatchObject({ text: 'good' });
  });

  it('are given up at once when their reader is told to stop', async () => {
    vision.failing = () => 'hang';
    const stop = new AbortController();
    const reading = reader().read([jpeg('x')], stop.signal);
    stop.abort(new Error('stopping'));
    await expect(reading).rejects.toThrow('stopping');
  });

  it('carry no key to wherever an answer points', async () => {
    vision.failing = () => ({ status: 307, headers: { location: `${vision.url}/elsewhere` } });
    const [answer] = await reader().read([jpeg('x')]) as Unread[];
    expect([answer!.reason, vision.calls.some((call) => call.path === '/elsewhere')]).toEqual(['unreachable', false]);
  });

  it('are checked for by asking what the service is, once a minute', async () => {
    const mine = reader();
    await mine.check();
    await mine.check();
    expect(vision.calls.map((call) => call.path)).toEqual(['/$discovery/rest?version=v1']);
    await expect(reader({ apiUrl: 'http://127.0.0.1:9' }).check()).rejects.toThrow('does not answer');
  });
});
