import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { textAnswer } from '@docuvault/contract/documents.ts';
import type { InvitationLook } from '@docuvault/contract/family.ts';
import type { openedLink, sharedDocument, sharedLink } from '@docuvault/contract/links.ts';
import { refusalFrom, unreachable, type VaultApi } from '../api/vault-api.ts';

export type SharedLink = z.infer<typeof sharedLink>;
export type SharedDocument = z.infer<typeof sharedDocument>;
export type OpenedLink = z.infer<typeof openedLink>;

/** What a link says of itself before it is opened. */
export const sharedLinkQuery = (api: VaultApi, token: string) =>
  queryOptions({ queryKey: ['guest', token], retry: false, queryFn: ({ signal }) => api.get<SharedLink>(`documents/shared/${encodeURIComponent(token)}`, signal) });

/** What an invitation is for, as whoever is signed in, or nobody. */
export const invitationQuery = (api: VaultApi, token: string, person: string | null) =>
  queryOptions({ queryKey: ['invitation', token, person], retry: false, queryFn: () => api.send<InvitationLook>('POST', 'family-vault/invitations/look', { token }) });

export const openLink = (api: VaultApi, token: string, input: { password?: string; name?: string }): Promise<OpenedLink> =>
  api.send('POST', `documents/shared/${encodeURIComponent(token)}`, input);

const inVisit = (token: string, access: string, path: string): string => `documents/shared/${encodeURIComponent(token)}/${path}?access=${encodeURIComponent(access)}`;

/** A page as a picture, as the server draws it for this visit. */
export const sharedPage = async (api: VaultApi, visit: Visit, documentId: string, page: number, signal: AbortSignal): Promise<Blob> =>
  (await api.call(inVisit(visit.token, visit.access, `documents/${documentId}/pages/${page}`), { signal })).blob();

export const sharedTextQuery = (api: VaultApi, visit: Visit, documentId: string) =>
  queryOptions({
    queryKey: ['guest', visit.token, visit.access, documentId, 'text'],
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof textAnswer>>(inVisit(visit.token, visit.access, `documents/${documentId}/text`), signal)).pages,
  });

export const sharedFile = async (api: VaultApi, visit: Visit, documentId: string): Promise<Blob> => (await api.call(inVisit(visit.token, visit.access, `documents/${documentId}/file`))).blob();

/** An opened link, for as long as the server lets this visit last. */
export type Visit = OpenedLink & { token: string; about: Pick<SharedLink, 'from' | 'label' | 'message'> };

const shelf = (token: string): string => `docuvault.visit.${token}`;

/** The visit that this tab holds, so that loading the page again is not another use of the link; null where there is none or it is over. */
export const keptVisit = (token: string): Visit | null => {
  try {
    const visit = JSON.parse(sessionStorage.getItem(shelf(token)) ?? 'null') as Visit | null;
    return visit && Date.parse(visit.accessUntil) > Date.now() ? visit : null;
  } catch {
    return null;
  }
};

export const keepVisit = (visit: Visit): void => { sessionStorage.setItem(shelf(visit.token), JSON.stringify(visit)); };
export const dropVisit = (token: string): void => { sessionStorage.removeItem(shelf(token)); };

/** Sends a file in by a request link. XMLHttpRequest, because `fetch` does not tell how much has gone out. */
export const sendShared = async (api: VaultApi, visit: Visit, file: File, onProgress: (share: number) => void): Promise<void> => {
  const { url, headers } = await api.authorised(inVisit(visit.token, visit.access, 'files'));
  const form = new FormData();
  form.set('file', file, file.name);
  const request = new XMLHttpRequest();
  await new Promise<void>((resolve, reject) => {
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => { onProgress(total > 0 ? loaded / total : 0); };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
        return;
      }
      let body: object = {};
      try {
        body = JSON.parse(request.responseText) as object;
      } catch {
        // Not from the vault: the status says enough.
      }
      reject(refusalFrom(request.status, body));
    };
    request.onerror = () => { reject(unreachable()); };
    request.send(form);
  });
};
