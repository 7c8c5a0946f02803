import { auditList, auditQuery, consentDecision, consentList, consentRecorded, profile, profilePatch, sessionList, sessionsQuery } from '@docuvault/contract/account.ts';
import type { Deps } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { decideConsent, listConsents } from './consents.ts';
import { changeProfile, readProfile } from './profile.ts';
import { readTrail } from './read-trail.ts';
import { endSession, listSessions } from './sessions.ts';

/** What an auth server in the same process wants to hear at once. */
export type AccountDeps = Deps & { sessionsEnded?: (sessionIds: readonly string[]) => void };

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
  route({ method: 'get', path: '/audit', access: 'user', summary: 'What you did, the latest first', query: auditQuery, response: auditList }, ({ actor, query }) => readTrail({ actor, deps }, query));
  return room;
};
