import { describe, expect, it } from 'vitest';
import { chunk } from './chunk.ts';
import { understand } from './understand.ts';

const hints = { fileName: 'x.pdf', today: '2026-03-01' };
const pages = (text: string, count = 1) => Array.from({ length: count }, (_, i) => ({ page: i + 1, text, source: 'ocr' as const, confidence: 0.8 }));
const hostile: Record<string, string> = {
  'one letter': 'a'.repeat(200_000), digits: '1'.repeat(200_000), spaces: ' '.repeat(200_000), 'empty lines': '\n'.repeat(200_000), dots: '.'.repeat(200_000), fillers: '<'.repeat(200_000),
  'number and comma': '1,'.repeat(100_000), dates: '12/03/2024 '.repeat(18_000), labels: 'total amount due date name of the insured '.repeat(5_000), brackets: '('.repeat(200_000), quotes: '"'.repeat(200_000),
  parties: 'between and by the borrower hereinafter called ("the tenant") '.repeat(3_500), NUL: '\u0000'.repeat(200_000), emoji: '😀'.repeat(100_000), 'lone surrogates': '\ud800'.repeat(100_000),
  'right to left': '\u202eمرحبا بك '.repeat(20_000), 'single letters': 'a b c d '.repeat(25_000), 'stacked accents': 'a\u0301\u0301\u0301'.repeat(50_000), addresses: 'a@b.'.repeat(50_000),
};

describe('hostile and empty input', () => {
  it.each(Object.keys(hostile))('200 KB of %s are read at once', (name) => {
    const text = hostile[name] ?? '';
    const start = performance.now();
    const understanding = understand(pages(text), hints);
    const passages = chunk(pages(text));
    // Generous for a busy machine; a pattern that backtracks takes minutes.
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(understanding.documentType).toBe('other');
    for (const passage of passages) expect(passage.text.length).toBeLessThan(3_000);
  });

  it('a hostile file name is no worse', () => {
    const start = performance.now();
    expect(understand(pages('hello'), { ...hints, fileName: `${'../'.repeat(2_000)}${'a-'.repeat(2_000)}.pdf` }).documentType).toBe('other');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('no pages and empty pages give an answer', () => {
    expect(understand([], hints)).toMatchObject({ documentType: 'other', category: 'other', language: null, fields: [], summary: '', expiresOn: null });
    expect(understand(pages('', 3), hints).fields).toEqual([]);
    expect(chunk([])).toEqual([]);
  });

  it('600 pages are read in linear time', () => {
    const text = Array.from({ length: 40 }, (_, i) => `Clause ${String(i)}. The tenant shall pay the rent of Rs. 12,000.00 on or before the 5th of every month until 12/03/2026.`).join('\n');
    const start = performance.now();
    understand(pages(text, 600), hints);
    expect(chunk(pages(text, 600)).length).toBeLessThanOrEqual(2_000);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
