import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, exportJWK, importSPKI, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { createFcmSender } from './fcm-sender.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
let google: HttpProvider;
let status = 200;
beforeAll(async () => {
  google = await startHttpProvider((call) =>
    call.path === '/token' ? { status: 200, body: { access_token: 'ya29.x', expires_in: 3600, token_type: 'Bearer' } } : { status, body: status === 200 ? { name: 'projects/vault/messages/1' } : { error: { status: 'UNREGISTERED' } } });
});
afterAll(() => google.stop());

const message = { id: 'letter-1', title: 'Passport', body: 'In 30 days.', url: 'https://vault.example/documents/1' };
const sender = () => createFcmSender({ account: { client_email: 'push@vault.iam.gserviceaccount.com', private_key: privateKey, token_uri: `${google.url}/token` }, projectId: 'vault', apiUrl: google.url });

describe('pushes by FCM', () => {
  it('go by HTTP v1 with a token that the service account signed for', async () => {
    expect(await sender().send({ kind: 'fcm', token: 'app-token' }, message)).toEqual({ provider: 'fcm', messageId: 'projects/vault/messages/1' });
    const [token, push] = google.calls;
    const assertion = new URLSearchParams(token!.body.toString()).get('assertion')!;
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(await importSPKI(publicKey, 'RS256'))), alg: 'RS256' }] });
    expect((await jwtVerify(assertion, keys)).payload).toMatchObject({ iss: 'push@vault.iam.gserviceaccount.com', scope: 'https://www.googleapis.com/auth/firebase.messaging' });
    expect([push!.path, push!.headers.authorization]).toEqual(['/v1/projects/vault/messages:send', 'Bearer ya29.x']);
    expect(JSON.parse(push!.body.toString())).toMatchObject({ message: { token: 'app-token', notification: { title: 'Passport', body: 'In 30 days.' }, data: { url: message.url } } });
  });

  it('are given up for an app that is gone', async () => {
    status = 404;
    await expect(sender().send({ kind: 'fcm', token: 'app-token' }, message)).rejects.toMatchObject({ permanent: true });
  });
});
