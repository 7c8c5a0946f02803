import { expect, it } from 'vitest';
import type { Pace } from '@docuvault/core/pace.ts';
import { readChannelConfig } from './channel-config.ts';
import { openChannels } from './open-channels.ts';

const pace: Pace = { turn: () => Promise.resolve({ waitMs: 0, taken: true }), pause: () => Promise.resolve() };

it('makes the key of browser push of the installation\'s secret, always the same, and none of nothing', () => {
  const config = readChannelConfig({});
  const [first, again, other] = ['a secret', 'a secret', 'another'].map((secret) => openChannels(config, secret, null, pace).vapidPublicKey);
  expect(first).toMatch(/^[\w-]{87}$/);
  expect([again, other === first]).toEqual([first, false]);
  expect(openChannels(config, null, null, pace)).toMatchObject({ vapidPublicKey: null, channels: { mail: null, text: null, push: [] } });
});
