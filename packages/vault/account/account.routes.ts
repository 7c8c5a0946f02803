import sql from 'sql-template-tag';
import {
  type Deletion, type DeletionInput, accountExport, aiRequestList, aiRequestsQuery, apiKeyInput, apiKeyList, apiKeyMade, auditList, auditQuery, consentDecision, consentList, consentRecorded, deletion,
  deletionCalledOff, deletionInput, exportQuery, nomineeBody, nomineeChange, profile, profilePatch,
  sessionList, sessionsQuery,
} from '@docuvault/contract/account.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { listAiRequests } from '../models/list-sent.ts';
import { decideConsent, listConsents } from './consents.ts';
import { askToErase, callErasureOff } from './erasure/ask-to-erase.ts';
import type { EraseDeps } from './erasure/erase-account.ts';
import { askForExport, whoseExport } from './export/ask-for-export.ts';
import { writeExport } from './export/write-export.ts';
import { endKey, listKeys, makeKey } from './keys/api-keys.ts';
import { nameNominee, readNominee } from './nominee.ts';
import { changeProfile, readProfile } from './profile.ts';
import { readTrail } from './read-trail.ts';
import { endSession, listSessions } from './sessions.ts';

/** What an auth server in the same process wants to hear at once, and what erases files that are not in `blobs`. `publicUrl`: where the functions are reached from outside. */
export type AccountDeps = Deps & Pick<EraseDeps, 'removeObjects'> & { sessionsEnded?: (sessionIds: readonly string[]) => void; publicUrl?: string | null | undefined };

/** Erases, and has the sessions of the account end in this process at once. */
const eraseAtOnce = async (deps: AccountDeps, actor: UserActor, body: DeletionInput): Promise<Deletion> => {
  const sessions = await deps.db.asUser(actor, (tx) => tx.query<{ id: string }>(sql`select s.id from private.my_sessions() s`));
  const done = await askToErase({ actor, deps }, body, deps);
  deps.sessionsEnded?.(sessions.map(({ id }) => id));
  return done;
};

/** The person's own account: who they are, where they are signed in, what they did and what they agreed to. */
export const accountRoom = (deps: AccountDeps): Room => {
  const { room, route } = createRoom('account');
  route({ method: 'get', path: '/profile', access: 'user', summary: 'Your account', response: profile }, ({ actor }) => readProfile({ actor, deps }));
  route({ method: 'patch', path: '/profile', access: 'user', summary: 'Change your account', body: profilePatch, response: profile }, ({ c, actor, body }) =>
    onceByKey(deps, { c, actor, body, functionName: room.name }, async () => ({ status: 200, body: await changeProfile({ actor, deps }, body) })));
  route({ method: 'get', path: '/sessions', access: 'user', summary: 'Where you are signed in', query: sessionsQuery, response: sessionList }, ({ actor, query }) => listSessions({ actor, deps }, query));
  route({ method: 'delete', path: '/sessions/{sessionId}', access: 'user', summary: 'Sign a device out', status: 204 }, ({ c, actor, params }) =>
    onceByKey(deps, { c, actor, functionName: room.name }, async () => ({ status: 204, body: await endSession({ actor, deps }, params.sessionId!, (id) => deps.sessionsEnded?.([id])) })));
  route({ method: 'get', path: '/consents', access: 'user', summary: 'What may leave the vault, and whether you agreed', response: consentList }, ({ actor }) => listConsents({ actor, deps }));
  route({ method: 'post', path: '/consents', access: 'user', summary: 'Agree, or take it back', body: consentDecision, response: consentRecorded, status: 201 }, ({ c, actor, body }) =>
    onceByKey(deps, { c, actor, body, functionName: room.name }, async () => ({ status: 201, body: await decideConsent({ actor, deps }, body) })));
  route({ method: 'get', path: '/ai-requests', access: 'user', summary: 'What was sent to models for you, where and when', query: aiRequestsQuery, response: aiRequestList }, ({ actor, query }) => listAiRequests({ actor, deps }, query));
  route({ method: 'get', path: '/audit', access: 'user', summary: 'What you did, the latest first', query: auditQuery, response: auditList }, ({ actor, query }) => readTrail({ actor, deps }, query));
  route({ method: 'post', path: '/export', access: 'user', summary: 'Open everything of your account for an hour, to be fetched as one archive', response: accountExport, status: 202 }, ({ c, actor }) =>
    onceByKey(deps, { c, actor, functionName: room.name, secret: true }, async () => ({ status: 202, body: await askForExport({ actor, deps }, `${deps.publicUrl ?? new URL(c.req.url).origin}/functions/v1/${room.name}`) })));
  route({ method: 'get', path: '/export/{exportId}', access: 'public', summary: 'The archive: every original, and everything else as JSON', query: exportQuery, responseType: 'application/zip' }, async ({ actor, params, query }) =>
    writeExport(deps, await whoseExport(deps, actor.role === 'authenticated' ? actor : null, params.exportId!, query.token)));
  route({ method: 'post', path: '/delete', access: 'user', summary: 'Have your account erased, in 30 days or at once', body: deletionInput, response: deletion, status: 202 }, async ({ c, actor, body }) => {
    // An account that is gone has no place for a key either.
    if (body.immediately) return eraseAtOnce(deps, actor, body);
    return onceByKey(deps, { c, actor, body, functionName: room.name }, async () => ({ status: 202, body: await askToErase({ actor, deps }, body, deps) }));
  });
  route({ method: 'post', path: '/delete/cancel', access: 'user', summary: 'Call the erasure of your account off', response: deletionCalledOff }, ({ c, actor }) =>
    onceByKey(deps, { c, actor, functionName: room.name }, async () => ({ status: 200, body: await callErasureOff({ actor, deps }) })));
  route({ method: 'get', path: '/nominee', access: 'user', summary: 'Whom you named for the time after you', response: nomineeBody }, ({ actor }) => readNominee({ actor, deps }));
  route({ method: 'put', path: '/nominee', access: 'user', summary: 'Name somebody, or nobody', body: nomineeChange, response: nomineeBody }, ({ c, actor, body }) =>
    onceByKey(deps, { c, actor, body, functionName: room.name }, async () => ({ status: 200, body: await nameNominee({ actor, deps }, body) })));
  route({ method: 'get', path: '/api-keys', access: 'user', summary: 'Your keys for programs', response: apiKeyList }, ({ actor }) => listKeys({ actor, deps }));
  route({ method: 'post', path: '/api-keys', access: 'user', summary: 'Make a key, which is told this once', body: apiKeyInput, response: apiKeyMade, status: 201 }, ({ c, actor, body }) =>
    onceByKey(deps, { c, actor, body, functionName: room.name, secret: true }, async () => ({ status: 201, body: await makeKey({ actor, deps }, body) })));
  route({ method: 'delete', path: '/api-keys/{keyId}', access: 'user', summary: 'End a key', status: 204 }, ({ c, actor, params }) =>
    onceByKey(deps, { c, actor, functionName: room.name }, async () => ({ status: 204, body: await endKey({ actor, deps }, params.keyId!) })));
  return room;
};
