import { createECDH, hkdfSync } from 'node:crypto';
import type { Agent } from 'node:https';
import { failureOfStatus, SendFailure, type PushSender } from '@docuvault/core/sending.ts';

const provider = 'web-push';

/** The pair of keys by which browsers know this vault (VAPID, RFC 8292), base64url. */
export type VapidKeys = { publicKey: string; privateKey: string };

/** The pair that belongs to a secret (HKDF-SHA-256 to a scalar of P-256): every process of an installation has the same, and nothing need be stored. */
export const vapidKeysOf = (secret: string): VapidKeys => {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'docuvault web push vapid v1', 32)));
  return { publicKey: curve.getPublicKey('base64url'), privateKey: curve.getPrivateKey('base64url') };
};

/** Pushes to browsers, sealed for each (RFC 8291). A subscription that is gone (404, 410) is a permanent failure. `contact` is a mailto: or https: URL. */
export const createWebPushSender = ({ keys, contact, agent }: { keys: VapidKeys; contact: string; agent?: Agent }): PushSender => ({
  provider, kind: 'web',
  send: async (target, { id, title, body, url }) => {
    if (target.kind !== 'web') throw new SendFailure('web-push: not a browser', { permanent: true });
    const { default: webPush } = await import('web-push');
    try {
      await webPush.sendNotification({ endpoint: target.endpoint, keys: target.keys }, JSON.stringify({ id, title, body, url }), {
        TTL: 24 * 3600, timeout: 20_000, topic: id.replaceAll('-', '').slice(0, 32), vapidDetails: { subject: contact, ...keys }, ...(agent ? { agent } : {}),
      });
      return { provider, messageId: null };
    } catch (error) {
      const status = (error as { statusCode?: number }).statusCode;
      throw typeof status === 'number' ? failureOfStatus(provider, status) : new SendFailure('web-push: no answer');
    }
  },
});
