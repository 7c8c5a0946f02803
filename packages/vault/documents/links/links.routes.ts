import type { Context } from 'hono';
import {
  accessQuery, documentLink, documentLinkList, documentLinkMade, linkInput, linksQuery, linkVisitList, openedLink, openLinkInput, receivedFile, requestLinkInput, sharedLink,
} from '@docuvault/contract/links.ts';
import { textAnswer } from '@docuvault/contract/documents.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { QueueDeps } from '../../document-processor/wake.ts';
import type { Env } from '../../http/env.ts';
import type { createRoom } from '../../http/room.ts';
import { giveLink, giveRequestLink } from './give-links.ts';
import { noPicture, notThisKind } from './links.errors.ts';
import { getLink, listLinks, listVisits, revokeLink } from './manage-links.ts';
import { receiveShared } from './receive-shared.ts';
import { readSharedText, servePage, serveSharedFile, sharedDocuments } from './serve-shared.ts';
import { lookAtLink, openLink, resumeVisit, type Visit, type Visitor } from './visits.ts';

type Route = ReturnType<typeof createRoom>['route'];
type Once = (call: { c: Context<Env>; actor: UserActor; body?: unknown; secret?: boolean }, status: number, run: () => Promise<unknown>) => Promise<Response>;

const visitorOf = (c: Context<Env>): Visitor => ({ address: (c.get('clientAddress') as string | undefined) ?? '', userAgent: c.req.header('user-agent') ?? '' });

/** A link's request as a repeat is known by: a hash of it is kept, which must not be one of a password. */
const withoutPassword = <T extends { password?: string | undefined }>(body: T) => ({ ...body, password: body.password === undefined ? undefined : 'given' });

/** What owners do with links. */
const ownersRoutes = (deps: QueueDeps, route: Route, once: Once, site: string | null): void => {
  const withUrl = <T extends { token: string }>(c: Context<Env>, given: T) => ({ ...given, url: `${site ?? new URL(c.req.url).origin}/shared/${given.token}` });
  route({ method: 'post', path: '/requests', access: 'user', summary: 'Give a link by which others send files in', body: requestLinkInput, response: documentLinkMade, status: 201 }, ({ c, actor, body }) =>
    once({ c, actor, body: withoutPassword(body), secret: true }, 201, async () => withUrl(c, await giveRequestLink({ actor, deps }, body))));
  route({ method: 'get', path: '/requests', access: 'user', summary: 'One\'s request links', query: linksQuery, response: documentLinkList }, ({ actor, query }) =>
    listLinks({ actor, deps }, { kind: 'request' }, query));
  route({ method: 'get', path: '/links', access: 'user', summary: 'One\'s share links, whatever they show', query: linksQuery, response: documentLinkList }, ({ actor, query }) =>
    listLinks({ actor, deps }, { kind: 'share' }, query));
  route({ method: 'get', path: '/requests/{linkId}', access: 'user', summary: 'A request link', response: documentLink }, ({ actor, params }) =>
    getLink({ actor, deps }, params.linkId!, null));
  route({ method: 'delete', path: '/requests/{linkId}', access: 'user', summary: 'Take a request link back', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => revokeLink({ actor, deps }, params.linkId!, null)));
  route({ method: 'get', path: '/requests/{linkId}/log', access: 'user', summary: 'Who used a request link', query: linksQuery, response: linkVisitList }, ({ actor, params, query }) =>
    listVisits({ actor, deps }, params.linkId!, null, query));

  route({ method: 'post', path: '/{documentId}/links', access: 'user', summary: 'Give a link to a document', body: linkInput, response: documentLinkMade, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body: withoutPassword(body), secret: true }, 201, async () => withUrl(c, await giveLink({ actor, deps }, params.documentId!, body))));
  route({ method: 'get', path: '/{documentId}/links', access: 'user', summary: 'The links of a document', query: linksQuery, response: documentLinkList }, ({ actor, params, query }) =>
    listLinks({ actor, deps }, { documentId: params.documentId! }, query));
  route({ method: 'get', path: '/{documentId}/links/{linkId}', access: 'user', summary: 'A link of a document', response: documentLink }, ({ actor, params }) =>
    getLink({ actor, deps }, params.linkId!, params.documentId!));
  route({ method: 'delete', path: '/{documentId}/links/{linkId}', access: 'user', summary: 'Take a link back', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => revokeLink({ actor, deps }, params.linkId!, params.documentId!)));
  route({ method: 'get', path: '/{documentId}/links/{linkId}/log', access: 'user', summary: 'Who used a link', query: linksQuery, response: linkVisitList }, ({ actor, params, query }) =>
    listVisits({ actor, deps }, params.linkId!, params.documentId!, query));
};

const textParams = ['token'];

/** What anybody does who has a link. */
const visitorsRoutes = (deps: QueueDeps, route: Route): void => {
  const visiting = async (c: Context<Env>, token: string, access: string, kind: Visit['link']['kind']): Promise<[Visit, Visitor]> => {
    const visit = await resumeVisit(deps, token, access);
    if (visit.link.kind !== kind) throw notThisKind();
    return [visit, visitorOf(c)];
  };
  route({ method: 'get', path: '/shared/{token}', access: 'public', summary: 'What a link is for', response: sharedLink, textParams }, async ({ params }) => {
    const link = await lookAtLink(deps, params.token!);
    return {
      kind: link.kind, needsPassword: link.password_hash !== null, needsName: link.watermark, from: link.owner_name, label: link.label, message: link.message,
      documentCount: link.documents, permission: link.permission, watermark: link.watermark, expiresAt: link.expires_at.toISOString(),
    };
  });
  route({ method: 'post', path: '/shared/{token}', access: 'public', summary: 'Open a link', body: openLinkInput, response: openedLink, textParams }, async ({ c, params, body }) => {
    const { link, access, until } = await openLink(deps, params.token!, body, visitorOf(c));
    return {
      kind: link.kind, access, accessUntil: until.toISOString(), permission: link.permission, watermark: link.watermark,
      documents: link.kind === 'share' ? await sharedDocuments(deps, link) : [],
    };
  });
  const document = '/shared/{token}/documents/{documentId}';
  route({ method: 'get', path: `${document}/pages/{page}`, access: 'public', summary: 'A page of a shared document as a picture', query: accessQuery, responseType: 'image/jpeg', textParams: ['token', 'page'], uncounted: true }, async ({ c, params, query }) => {
    const [visit, visitor] = await visiting(c, params.token!, query.access, 'share');
    if (!/^[1-9]\d{0,5}$/.test(params.page!)) throw noPicture();
    return servePage(deps, visit, visitor, params.documentId!, Number(params.page));
  });
  route({ method: 'get', path: `${document}/text`, access: 'public', summary: 'The text of a shared document', query: accessQuery, response: textAnswer, textParams }, async ({ c, params, query }) => {
    const [visit, visitor] = await visiting(c, params.token!, query.access, 'share');
    return readSharedText(deps, visit, visitor, params.documentId!);
  });
  route({ method: 'get', path: `${document}/file`, access: 'public', summary: 'A shared document\'s file, or a copy with a watermark', query: accessQuery, responseType: 'application/octet-stream', textParams }, async ({ c, params, query }) => {
    const [visit, visitor] = await visiting(c, params.token!, query.access, 'share');
    return serveSharedFile(deps, visit, visitor, c.req.raw, params.documentId!);
  });
  route({ method: 'post', path: '/shared/{token}/files', access: 'public', summary: 'Send a file in by a request link', query: accessQuery, bodyType: 'multipart/form-data', response: receivedFile, status: 201, textParams }, async ({ c, params, query }) => {
    const [visit, visitor] = await visiting(c, params.token!, query.access, 'request');
    return receiveShared(deps, visit, visitor, c.req.raw);
  });
};

/** Share and request links, below the room of documents; before its routes by id. */
export const linkRoutes = (deps: QueueDeps, route: Route, once: Once, site: string | null): void => {
  ownersRoutes(deps, route, once, site);
  visitorsRoutes(deps, route);
};
