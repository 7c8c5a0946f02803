import type { Context } from 'hono';
import {
  checkIn, checkInInput, emergencyContact, emergencyContactInput, emergencyContactList, emergencyListQuery, emergencyOverview as overviewAnswer, emergencyRequest,
  emergencyRequestInput, emergencyRequestList, exportQuery,
} from '@docuvault/contract/emergency.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import type { Env } from '../http/env.ts';
import type { createRoom } from '../http/room.ts';
import { checkInNow, endCheckIn, getCheckIn, setCheckIn } from './check-in.ts';
import { dropContact, listContacts, nameContact } from './contacts.ts';
import { answerEmergency, listRequests, requestEmergency } from './emergency-requests.ts';
import { exportReleased } from './export-released.ts';
import { emergencyOverview } from './overview.ts';
import { emergencySheet } from './print-emergency-sheet.ts';

type Route = ReturnType<typeof createRoom>['route'];
type Once = (call: { c: Context<Env>; actor: UserActor; body?: unknown }, status: number, run: () => Promise<unknown>) => Promise<Response>;

/** Emergency access, below the room of families. */
export const emergencyRoutes = (deps: Deps, route: Route, once: Once): void => {
  route({ method: 'post', path: '/{vaultId}/emergency-contacts', access: 'user', summary: 'Name an emergency contact, or change one', body: emergencyContactInput, response: emergencyContact, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 201, () => nameContact({ actor, deps }, params.vaultId!, body)));
  route({ method: 'get', path: '/{vaultId}/emergency-contacts', access: 'user', summary: 'One\'s emergency contacts, in order', response: emergencyContactList }, ({ actor, params }) =>
    listContacts({ actor, deps }, params.vaultId!));
  route({ method: 'delete', path: '/{vaultId}/emergency-contacts/{contactId}', access: 'user', summary: 'Drop a contact (by the contact\'s id, or the person\'s), or resign as one', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => dropContact({ actor, deps }, params.vaultId!, params.contactId!)));

  route({ method: 'get', path: '/{vaultId}/emergency', access: 'user', summary: 'How one is provided for, and whom one may have to help', response: overviewAnswer }, ({ actor, params }) =>
    emergencyOverview({ actor, deps }, params.vaultId!));
  route({ method: 'post', path: '/{vaultId}/emergency/request', access: 'user', summary: 'Ask for emergency access', body: emergencyRequestInput, response: emergencyRequest, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 201, () => requestEmergency({ actor, deps }, params.vaultId!, body)));
  route({ method: 'get', path: '/{vaultId}/emergency/requests', access: 'user', summary: 'Requests made and received', query: emergencyListQuery, response: emergencyRequestList }, ({ actor, params, query }) =>
    listRequests({ actor, deps }, params.vaultId!, query));
  route({ method: 'get', path: '/{vaultId}/emergency/export', access: 'user', summary: 'All that is released, as a ZIP of originals and JSON', query: exportQuery, responseType: 'application/zip' }, ({ actor, params, query }) =>
    exportReleased({ actor, deps }, params.vaultId!, query.ownerId));
  route({ method: 'get', path: '/{vaultId}/emergency/sheet', access: 'user', summary: 'One\'s emergency sheet, for printing', responseType: 'application/pdf' }, ({ actor, params }) =>
    emergencySheet({ actor, deps }, params.vaultId!));

  route({ method: 'get', path: '/{vaultId}/emergency/check-in', access: 'user', summary: 'One\'s check-in', response: checkIn }, ({ actor, params }) =>
    getCheckIn({ actor, deps }, params.vaultId!));
  route({ method: 'put', path: '/{vaultId}/emergency/check-in', access: 'user', summary: 'Set a check-in up, or change it', body: checkInInput, response: checkIn }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => setCheckIn({ actor, deps }, params.vaultId!, body)));
  route({ method: 'post', path: '/{vaultId}/emergency/check-in', access: 'user', summary: 'Give a sign of life', response: checkIn }, ({ c, actor, params }) =>
    once({ c, actor }, 200, () => checkInNow({ actor, deps }, params.vaultId!)));
  route({ method: 'delete', path: '/{vaultId}/emergency/check-in', access: 'user', summary: 'End one\'s check-in', status: 204 }, ({ c, actor, params }) =>
    once({ c, actor }, 204, () => endCheckIn({ actor, deps }, params.vaultId!)));

  for (const [answer, summary] of [['approve', 'Grant a request at once'], ['deny', 'Deny a request, or end the access it gave'], ['cancel', 'Cancel one\'s own request']] as const) {
    route({ method: 'post', path: `/{vaultId}/emergency/{requestId}/${answer}`, access: 'user', summary, response: emergencyRequest }, ({ c, actor, params }) =>
      once({ c, actor }, 200, () => answerEmergency({ actor, deps }, params.vaultId!, params.requestId!, answer)));
  }
};
