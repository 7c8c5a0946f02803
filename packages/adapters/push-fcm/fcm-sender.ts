import { importPKCS8, SignJWT } from 'jose';
import { failureOfStatus, SendFailure, type PushSender } from '@docuvault/core/sending.ts';

const provider = 'fcm';
const scope = 'https://www.googleapis.com/auth/firebase.messaging';

/** What a Google service account's key file holds of use here. */
export type ServiceAccount = { client_email: string; private_key: string; token_uri?: string };

type Answered = { access_token?: string; expires_in?: number; name?: string };

const post = async (url: string, init: RequestInit): Promise<Answered> => {
  const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(20_000), ...init })
    .catch((error: unknown) => { throw new SendFailure(`fcm: ${error instanceof Error ? error.name : 'no answer'}`); });
  if (!response.ok) throw failureOfStatus(provider, response.status, response.headers.get('retry-after'));
  return (await response.json().catch(() => ({}))) as Answered;
};

/** Access tokens for the account (OAuth 2.0 JWT bearer grant, RFC 7523), each used until shortly before its end. */
const tokensOf = (account: ServiceAccount): (() => Promise<string>) => {
  const audience = account.token_uri ?? 'https://oauth2.googleapis.com/token';
  let kept = { token: '', until: 0 };
  return async () => {
    if (kept.until > Date.now()) return kept.token;
    const assertion = await new SignJWT({ scope }).setProtectedHeader({ alg: 'RS256', typ: 'JWT' }).setIssuer(account.client_email).setAudience(audience).setIssuedAt().setExpirationTime('1h')
      .sign(await importPKCS8(account.private_key, 'RS256'));
    const answer = await post(audience, { body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }) }).catch(() => { throw new SendFailure('fcm: no access token'); });
    if (!answer.access_token) throw new SendFailure('fcm: no access token');
    kept = { token: answer.access_token, until: Date.now() + ((answer.expires_in ?? 3600) - 120) * 1000 };
    return kept.token;
  };
};

/**
 * Pushes to apps by FCM's HTTP v1 API with a service account (the server key of older guides was switched off in 2024).
 * An app that is gone (404, UNREGISTERED) is a permanent failure. `apiUrl` is for a stand-in; so is the account's token_uri.
 */
export const createFcmSender = ({ account, projectId, apiUrl = 'https://fcm.googleapis.com' }: { account: ServiceAccount; projectId: string; apiUrl?: string | undefined }): PushSender => {
  const token = tokensOf(account);
  return {
    provider, kind: 'fcm',
    send: async (target, { id, title, body, url }) => {
      if (target.kind !== 'fcm') throw new SendFailure('fcm: not an app', { permanent: true });
      const answer = await post(`${apiUrl.replace(/\/$/, '')}/v1/projects/${encodeURIComponent(projectId)}/messages:send`, {
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ message: { token: target.token, notification: { title, body }, data: { id, ...(url ? { url } : {}) }, android: { collapse_key: id } } }),
      });
      return { provider, messageId: answer.name ?? null };
    },
  };
};
