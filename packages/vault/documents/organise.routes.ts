import type { Context } from 'hono';
import {
  folder, folderInput, folderList, folderPatch, pageQuery, savedView, tag, tagInput, tagList, tagMerge, tagPatch, viewInput, viewList, viewPatch,
} from '@docuvault/contract/documents.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import type { Env } from '../http/env.ts';
import type { createRoom } from '../http/room.ts';
import { changeFolder, createFolder, getFolder, listFolders, removeFolder } from './folders.ts';
import { changeTag, createTag, getTag, listTags, mergeTags, removeTag } from './tags.ts';
import { changeView, createView, getView, listViews, removeView } from './views.ts';

type Route = ReturnType<typeof createRoom>['route'];
type Once = (call: { c: Context<Env>; actor: UserActor; body?: unknown }, status: number, run: () => Promise<unknown>) => Promise<Response>;

/** Folders, tags and saved views, below the room of documents. */
export const organiseRoutes = (deps: Deps, route: Route, once: Once): void => {
  route({ method: 'get', path: '/folders', access: 'user', summary: 'List folders', query: pageQuery, response: folderList }, ({ actor, query }) =>
    deps.db.asUser(actor, (tx) => listFolders(tx, query)));
  route({ method: 'post', path: '/folders', access: 'user', summary: 'Make a folder', body: folderInput, response: folder, status: 201 }, ({ c, actor, body }) =>
    once({ c, actor, body }, 201, () => createFolder({ actor, deps }, body)));
  route({ method: 'get', path: '/folders/{folderId}', access: 'user', summary: 'A folder', response: folder }, ({ actor, params }) =>
    deps.db.asUser(actor, (tx) => getFolder(tx, params.folderId!)));
  route({ method: 'patch', path: '/folders/{folderId}', access: 'user', summary: 'Rename or move a folder', body: folderPatch, response: folder }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => changeFolder({ actor, deps }, params.folderId!, body)));
  route({ method: 'delete', path: '/folders/{folderId}', access: 'user', summary: 'Remove a folder; its documents stay', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => removeFolder({ actor, deps }, params.folderId!)));

  route({ method: 'get', path: '/tags', access: 'user', summary: 'List tags', query: pageQuery, response: tagList }, ({ actor, query }) =>
    deps.db.asUser(actor, (tx) => listTags(tx, query)));
  route({ method: 'post', path: '/tags', access: 'user', summary: 'Make a tag', body: tagInput, response: tag, status: 201 }, ({ c, actor, body }) =>
    once({ c, actor, body }, 201, () => createTag({ actor, deps }, body)));
  route({ method: 'get', path: '/tags/{tagId}', access: 'user', summary: 'A tag', response: tag }, ({ actor, params }) =>
    deps.db.asUser(actor, (tx) => getTag(tx, params.tagId!)));
  route({ method: 'patch', path: '/tags/{tagId}', access: 'user', summary: 'Rename or recolour a tag', body: tagPatch, response: tag }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => changeTag({ actor, deps }, params.tagId!, body)));
  route({ method: 'post', path: '/tags/{tagId}/merge', access: 'user', summary: 'Put another tag in its place', body: tagMerge, response: tag }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => mergeTags({ actor, deps }, params.tagId!, body.into)));
  route({ method: 'delete', path: '/tags/{tagId}', access: 'user', summary: 'Remove a tag; its documents stay', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => removeTag({ actor, deps }, params.tagId!)));

  route({ method: 'get', path: '/views', access: 'user', summary: 'List saved views', query: pageQuery, response: viewList }, ({ actor, query }) =>
    deps.db.asUser(actor, (tx) => listViews(tx, query)));
  route({ method: 'post', path: '/views', access: 'user', summary: 'Save a view', body: viewInput, response: savedView, status: 201 }, ({ c, actor, body }) =>
    once({ c, actor, body }, 201, () => createView({ actor, deps }, body)));
  route({ method: 'get', path: '/views/{viewId}', access: 'user', summary: 'A saved view', response: savedView }, ({ actor, params }) =>
    deps.db.asUser(actor, (tx) => getView(tx, params.viewId!)));
  route({ method: 'patch', path: '/views/{viewId}', access: 'user', summary: 'Change a saved view', body: viewPatch, response: savedView }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => changeView({ actor, deps }, params.viewId!, body)));
  route({ method: 'delete', path: '/views/{viewId}', access: 'user', summary: 'Remove a saved view', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => removeView({ actor, deps }, params.viewId!)));
};
