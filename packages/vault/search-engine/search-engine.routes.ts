import { searchAnswer, searchRequest, suggestAnswer, suggestQuery } from '@docuvault/contract/search.ts';
import type { Deps } from '../context.ts';
import { createRoom, type Room } from '../http/room.ts';
import { searchDocuments } from './search-documents.ts';
import { suggest } from './suggest.ts';

/** Search over the caller's documents. */
export const searchEngineRoom = (deps: Deps): Room => {
  const { room, route } = createRoom('search-engine');
  route({ method: 'post', path: '/', access: 'user', summary: 'Search documents by words and meaning', body: searchRequest, response: searchAnswer }, async ({ actor, body }) => {
    const started = performance.now();
    const answer = await searchDocuments({ actor, deps }, { ...body, cursor: body.cursor ?? undefined });
    return { ...answer, tookMs: Math.round((performance.now() - started) * 10) / 10 };
  });
  route({ method: 'get', path: '/suggest', access: 'user', summary: 'Complete what is being typed', query: suggestQuery, response: suggestAnswer }, async ({ actor, query }) => ({
    suggestions: await suggest({ actor, deps }, query.q, query.limit ?? 8),
  }));
  return room;
};
