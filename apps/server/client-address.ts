import type { IncomingMessage } from 'node:http';

/**
 * The address a call comes from. Forwarded headers are believed only for as many hops as the operator has proxies
 * (`TRUSTED_PROXIES`), counted from the right, since a client can write anything to their left.
 */
export const clientAddressBy = (trustedProxies: number) => (request: Request, env: unknown): string => {
  const socket = (env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socket;
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()).filter(Boolean);
  return hops.at(-trustedProxies) ?? socket;
};
