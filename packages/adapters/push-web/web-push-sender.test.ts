import { createECDH, randomBytes } from 'node:crypto';
import { Agent } from 'node:https';
import ece from 'http_ece';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpProvider, type HttpProvider } from '@docuvault/testing/http-provider.ts';
import { createWebPushSender, vapidKeysOf } from './web-push-sender.ts';

const browser = createECDH('prime256v1');
browser.generateKeys();
const auth = randomBytes(16);
const keys = vapidKeysOf('an installation secret');
let service: HttpProvider;
let agent: Agent;
let status = 201;
beforeAll(async () => {
  const pem = await generate([{ name: 'commonName', value: '127.0.0.1' }], { keySize: 2048 });
  service = await startHttpProvider(() => ({ status }), { key: pem.private, cert: pem.cert });
  agent = new Agent({ ca: pem.cert, checkServerIdentity: () => undefined });
});
afterAll(() => service.stop());

const target = () => ({ kind: 'web' as const, endpoint: `${service.url}/push/1`, keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') } });
const message = { id: '01a21211-088f-71a6-b358-d2799576f9ca', title: 'Passport', body: 'In 30 days.', url: 'https://vault.example/documents/1' };
const sender = () => createWebPushSender({ keys, contact: 'mailto:vault@example.org', agent });

describe('pushes to browsers', () => {
  it('are sealed for the one browser, and signed with the vault\'s key', async () => {
    await sender().send(target(), message);
    const [call] = service.calls;
    const opened = ece.decrypt(call!.body, { version: 'aes128gcm', privateKey: browser, authSecret: auth.toString('base64url') });
    expect(JSON.parse(opened.toString())).toEqual(message);
    const { t, k } = /vapid t=(?<t>[^,]+), ?k=(?<k>.+)/.exec(call!.headers.authorization!)!.groups as { t: string; k: string };
    expect(k).toBe(keys.publicKey);
    const point = Buffer.from(k, 'base64url');
    const jwks = createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', alg: 'ES256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }] });
    expect((await jwtVerify(t, jwks)).payload).toMatchObject({ aud: service.url, sub: 'mailto:vault@example.org' });
  });

  it.each([[410, true], [404, true], [429, false], [500, false]])('that are answered with %i are given up: %s', async (answer, permanent) => {
    status = answer;
    await expect(sender().send(target(), message)).rejects.toMatchObject({ name: 'SendFailure', permanent });
  });

  it('come with the same key from every process of an installation, and another from others', () => {
    expect(vapidKeysOf('an installation secret')).toEqual(keys);
    expect(vapidKeysOf('another')).not.toEqual(keys);
  });
});
