/** What the screen of links shows: share links unless it says otherwise. */
export type LinksSearch = { kind?: 'request' };

export const readLinksSearch = (search: Record<string, unknown>): LinksSearch => (search.kind === 'request' ? { kind: 'request' } : {});
