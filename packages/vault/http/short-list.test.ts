import { expect, it } from 'vitest';
import { pageOf } from './short-list.ts';

it('gives a short list page by page, each item once', () => {
  const all = ['a', 'b', 'c'];
  const first = pageOf(all, { limit: 2 }, (one) => one);
  expect(first).toEqual({ items: ['a', 'b'], nextCursor: expect.any(String) as string });
  expect(pageOf(all, { limit: 2, cursor: first.nextCursor! }, (one) => one)).toEqual({ items: ['c'], nextCursor: null });
  expect(pageOf([], {}, String)).toEqual({ items: [], nextCursor: null });
  for (const cursor of ['abc', btoa('["z"]'), btoa('[1]')]) expect(() => pageOf(all, { cursor }, (one) => one)).toThrow(expect.objectContaining({ code: 'request.invalid_cursor' }) as Error);
});
