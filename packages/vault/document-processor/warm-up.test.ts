import { describe, expect, it } from 'vitest';
import { analyseHere } from './analyse.ts';
import { warmUp } from './warm-up.ts';

describe('warming up', () => {
  it('goes through papers that are understood and have words to be found by', async () => {
    const types = new Set<string>();
    await warmUp(async (pages, hints) => {
      const analysis = await analyseHere(pages, hints);
      types.add(analysis.understanding.documentType);
      expect(analysis.understanding.fields.length).toBeGreaterThan(0);
      expect(analysis.chunks.length).toBeGreaterThan(0);
      return analysis;
    }, new AbortController().signal);
    expect([...types].sort()).toEqual(['lease', 'utility_bill']);
  });
});
