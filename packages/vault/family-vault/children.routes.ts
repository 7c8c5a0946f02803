import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { child, childInput, childList, childPassword, handOver, handOverClaim, handOverClaimed, handOverOffer } from '@docuvault/contract/children.ts';
import type { AccountAdmin } from '@docuvault/core/account-admin.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { unavailable } from '@docuvault/core/errors.ts';
import type { Mailer } from '@docuvault/core/mailer.ts';
import type { Deps } from '../context.ts';
import type { Env } from '../http/env.ts';
import type { createRoom } from '../http/room.ts';
import { addChild, listChildren, resetChildPassword } from './children.ts';
import { claimPage } from './claim-page.ts';
import { claimChild, offerChild } from './hand-over.ts';

/** What children's accounts need of the outside; without it they are answered with 503. `siteUrl`: where the web app stands, whose page takes an account over. */
export type ChildrenDeps = { accounts?: AccountAdmin | undefined; mailer?: Mailer | null | undefined; publicUrl?: string | null | undefined; siteUrl?: string | null | undefined };

type Once = (call: { c: Context<Env>; actor: UserActor; body?: unknown; secret?: boolean }, status: number, run: () => Promise<unknown>) => Promise<Response>;

/** Accounts of children who have no address, below the room of families. Of passwords no hash is kept to know a repeat by. */
export const childrenRoutes = (deps: Deps & ChildrenDeps, route: ReturnType<typeof createRoom>['route'], once: Once): void => {
  const accounts = (): AccountAdmin => {
    if (!deps.accounts) throw unavailable('child.not_configured', 'This server makes no accounts: no auth server is known to it.');
    return deps.accounts;
  };
  route({ method: 'post', path: '/{vaultId}/children', access: 'user', summary: 'Make an account for a child without an address', body: childInput, response: child, status: 201 }, ({ c, actor, params, body }) =>
    once({ c, actor, body: { ...body, password: 'given' } }, 201, () => addChild({ actor, deps }, accounts(), params.vaultId!, body)));
  route({ method: 'get', path: '/{vaultId}/children', access: 'user', summary: 'Children whose accounts the vault looks after', response: childList }, ({ actor, params }) =>
    listChildren({ actor, deps }, params.vaultId!));
  route({ method: 'post', path: '/{vaultId}/children/{childId}/password', access: 'user', summary: 'Give a child a new password', body: childPassword, status: 204 }, ({ actor, params, body }) =>
    resetChildPassword({ actor, deps }, accounts(), params.vaultId!, params.childId!, body.password));
  route({ method: 'post', path: '/{vaultId}/children/{childId}/hand-over', access: 'user', summary: 'Offer a child\'s account to an address of their own', body: handOver, response: handOverOffer }, ({ c, actor, params, body }) =>
    once({ c, actor, body, secret: true }, 200, () => offerChild({ actor, deps }, { mailer: deps.mailer ?? null, page: deps.siteUrl ? `${deps.siteUrl}/family/claim` : `${deps.publicUrl ?? new URL(c.req.url).origin}/functions/v1/family-vault/children/claim` }, params.vaultId!, params.childId!, body.email)));
  route({ method: 'get', path: '/children/claim', access: 'public', summary: 'The page by which an offered account is taken over', responseType: 'text/html' }, ({ c }) => {
    const { html, policy } = claimPage(randomBytes(16).toString('base64'));
    return c.html(html, 200, { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' });
  });
  route({ method: 'post', path: '/children/claim', access: 'public', summary: 'Take an offered account over', body: handOverClaim, response: handOverClaimed }, ({ body }) =>
    claimChild(deps, accounts(), body.token, body.password));
};
