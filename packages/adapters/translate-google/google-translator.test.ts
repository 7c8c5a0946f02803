import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startGoogleTranslate } from '@docuvault/testing/google-translate.ts';
import { createGoogleTranslator } from './google-translator.ts';

const service = await startGoogleTranslate('AIza-key', (text, target) => `${target}:${text}`);
afterAll(() => service.stop());
beforeEach(() => {
  service.failing = () => null;
  service.calls.length = 0;
});
const open = (apiKey = 'AIza-key') => {
  const waits: number[] = [];
  return { waits, translator: createGoogleTranslator({ apiKey, apiUrl: `${service.url}/`, timeoutMs: 2_000, wait: (ms) => { waits.push(ms); return Promise.resolve(); } }) };
};

describe('Google Translate', () => {
  it('translates texts in their order, within the limits of a request, with the key in a header', async () => {
    const { translator } = open();
    expect(await translator.translate({ texts: ['Rent', 'नमस्ते & <b>'], source: 'en', target: 'de' })).toEqual(['de:Rent', 'de:नमस्ते & <b>']);
    const many = Array.from({ length: 300 }, (_, k) => `line ${k}`);
    expect((await translator.translate({ texts: many, source: null, target: 'fr' })).at(-1)).toBe('fr:line 299');
    const long = Array.from({ length: 4 }, () => 'ä'.repeat(12_000));
    expect(await translator.translate({ texts: long, source: null, target: 'fr' })).toHaveLength(4);
    expect(service.calls.length).toBe(1 + 3 + 2);
    await expect(translator.translate({ texts: ['x'.repeat(30_001)], source: null, target: 'fr' })).rejects.toMatchObject({ reason: 'request' });
  });

  it('is asked again where that may help, and left alone where not', async () => {
    const { translator, waits } = open();
    let failures = 2;
    service.failing = () => (failures-- > 0 ? { status: 429, headers: { 'retry-after': '1' }, body: { error: { code: 429 } } } : null);
    expect(await translator.translate({ texts: ['a'], source: null, target: 'de' })).toEqual(['de:a']);
    expect(waits).toEqual([1_000, 1_000]);
    service.failing = () => ({ status: 200, text: 'not JSON' });
    await expect(translator.translate({ texts: ['a'], source: null, target: 'de' })).rejects.toMatchObject({ reason: 'unreachable' });
    expect(translator.paused()).toBe('unreachable');
    service.failing = () => null;
    const other = open('AIza-wrong').translator;
    await expect(other.translate({ texts: ['a'], source: null, target: 'de' })).rejects.toMatchObject({ reason: 'refused' });
    await expect(other.check()).rejects.toThrow();
  });

  it('tells the health check that it answers, once a minute', async () => {
    const { translator } = open();
    await translator.check();
    await translator.check();
    expect(service.calls.map(({ path }) => path)).toEqual(['/language/translate/v2/languages']);
  });
});
