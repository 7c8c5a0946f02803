import type { CallbackReader } from '@docuvault/core/callbacks.ts';
import { pacedTexts, type Pace } from '@docuvault/core/pace.ts';
import { createResendCallbacks } from '@docuvault/mail-resend/resend-callbacks.ts';
import { createSendgridCallbacks } from '@docuvault/mail-sendgrid/sendgrid-callbacks.ts';
import { createFcmSender } from '@docuvault/push-fcm/fcm-sender.ts';
import { createWebPushSender, vapidKeysOf } from '@docuvault/push-web/web-push-sender.ts';
import { createTwilioCallbacks } from '@docuvault/sms-twilio/twilio-callbacks.ts';
import { createTwilioSender } from '@docuvault/sms-twilio/twilio-sender.ts';
import type { Channels } from '@docuvault/vault/reminder-engine/send-outbox.ts';
import type { ChannelConfig } from './channel-config.ts';
import { openMail } from './open-mail.ts';

const sendgridCallbacks = (key: string | null): CallbackReader => {
  try {
    return createSendgridCallbacks(key);
  } catch (error) {
    throw new Error('SENDGRID_WEBHOOK_KEY is not the verification key of SendGrid\'s signed event webhook', { cause: error });
  }
};

/**
 * The ways out of the vault, what comes back by them, and the key by which browsers subscribe. Browser push needs no
 * provider: its keys come of the installation's secret; null: no push to browsers. `publicUrl`: where providers reach this vault; null: nowhere.
 * Each provider is asked at its rate, which all processes keep together by `pace`.
 */
export const openChannels = (config: ChannelConfig, secret: string | null, publicUrl: string | null, pace: Pace): { channels: Channels; callbacks: CallbackReader[]; vapidPublicKey: string | null } => {
  const keys = secret ? vapidKeysOf(secret) : null;
  const address = /([^\s<>]+@[^\s<>]+)/.exec(config.mailFrom)?.[1] ?? 'no-reply@localhost';
  return {
    channels: {
      mail: openMail(config, pace),
      text: config.twilio ? pacedTexts(createTwilioSender({ ...config.twilio, statusCallback: publicUrl === null ? undefined : `${publicUrl}/functions/v1/reminder-engine/callbacks/twilio` }), pace, config.rates.twilio) : null,
      push: [...(keys ? [createWebPushSender({ keys, contact: `mailto:${address}` })] : []), ...(config.fcm ? [createFcmSender(config.fcm)] : [])],
    },
    callbacks: [createResendCallbacks(config.resendWebhookSecret), sendgridCallbacks(config.sendgridWebhookKey), createTwilioCallbacks(config.twilio?.authToken ?? null)],
    vapidPublicKey: keys?.publicKey ?? null,
  };
};
