import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { DocumentLink, documentLinkMade, LinkInput, linkVisit, RequestLinkInput } from '@docuvault/contract/links.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { allOf } from './family.ts';
import { keys } from './keys.ts';

export type LinkMade = z.infer<typeof documentLinkMade>;
export type LinkVisit = z.infer<typeof linkVisit>;
export type LinkKind = DocumentLink['kind'];

/** The person's links of a kind, newest first. */
export const linksQuery = (api: VaultApi, kind: LinkKind) =>
  queryOptions({ queryKey: [...keys.links, kind], queryFn: ({ signal }) => allOf<DocumentLink>(api, kind === 'share' ? 'documents/links' : 'documents/requests', signal) });

/** The links of one document. */
export const linksOfDocumentQuery = (api: VaultApi, documentId: string) =>
  queryOptions({ queryKey: [...keys.links, 'of', documentId], queryFn: ({ signal }) => allOf<DocumentLink>(api, `documents/${documentId}/links`, signal) });

/** Where a link is spoken to; null where all of its documents are gone, so that nothing can be said to it. */
const pathOf = ({ id, kind, documentIds }: DocumentLink): string | null =>
  kind === 'request' ? `documents/requests/${id}` : documentIds[0] ? `documents/${documentIds[0]}/links/${id}` : null;

const visitsAtOnce = 20;

/** Who used a link, page after page. */
export const visitsQuery = (api: VaultApi, link: DocumentLink) =>
  infiniteQueryOptions({
    queryKey: [...keys.links, 'log', link.id],
    initialPageParam: null as string | null,
    staleTime: 5_000,
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: LinkVisit[]; nextCursor: string | null }>(`${pathOf(link)}/log?${new URLSearchParams({ limit: String(visitsAtOnce), ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Requests that change links; see `useAct`. */
export const linkRequests = {
  give: (documentIds: readonly string[], input: Partial<LinkInput>) => (api: VaultApi) => api.send<LinkMade>('POST', `documents/${documentIds[0]}/links`, { ...input, documentIds: documentIds.slice(1) }),
  request: (input: Partial<RequestLinkInput>) => (api: VaultApi) => api.send<LinkMade>('POST', 'documents/requests', input),
  revoke: (link: DocumentLink) => async (api: VaultApi) => {
    const path = pathOf(link);
    if (path) await api.send('DELETE', path);
  },
};

/** The address that is handed on. */
export const linkUrl = (link: Pick<LinkMade, 'url'>): string => new URL(link.url, location.origin).href;
