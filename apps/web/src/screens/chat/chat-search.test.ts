import { describe, expect, it } from 'vitest';
import { readChatSearch } from './chat-search.ts';

const id = '0190a3c2-7b1e-7c11-8a52-9f4be2b1c001';

describe('the address of a chat', () => {
  it('keeps conversation, question, scope and the page beside it', () => {
    const whole = { c: 'k', ask: 'when?', about: [id], doc: id, page: 2, q: 'the line' };
    expect(readChatSearch(whole)).toEqual(whole);
    expect(readChatSearch({ about: id })).toEqual({ about: [id] });
  });

  it('drops what is none', () => {
    expect(readChatSearch({ c: {}, about: ['x', 4, id, id], doc: 'x', page: 3, q: 'without a document' })).toEqual({ about: [id] });
    expect(readChatSearch({ doc: id, page: -1 })).toEqual({ doc: id });
  });
});
