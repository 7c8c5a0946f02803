import { failOver, type Mailer } from '@docuvault/core/mailer.ts';
import { createResendMailer } from '@docuvault/mail-resend/resend-mailer.ts';
import { createSendgridMailer } from '@docuvault/mail-sendgrid/sendgrid-mailer.ts';
import { createSmtpMailer } from '@docuvault/mail-smtp/smtp-mailer.ts';
import { createFcmSender } from '@docuvault/push-fcm/fcm-sender.ts';
import { createWebPushSender, vapidKeysOf } from '@docuvault/push-web/web-push-sender.ts';
import { createTwilioSender } from '@docuvault/sms-twilio/twilio-sender.ts';
import type { Channels } from '@docuvault/vault/reminder-engine/send-outbox.ts';
import type { ChannelConfig } from './channel-config.ts';

/** The ways out of the vault, and the key by which browsers subscribe. Browser push needs no provider: its keys come of the installation's secret. */
export const openChannels = (config: ChannelConfig, secret: string): { channels: Channels; vapidPublicKey: string } => {
  const from = config.mailFrom;
  const mailers: Mailer[] = [
    ...(config.smtpUrl ? [createSmtpMailer(config.smtpUrl, from)] : []),
    ...(config.resend ? [createResendMailer({ ...config.resend, from })] : []),
    ...(config.sendgrid ? [createSendgridMailer({ ...config.sendgrid, from })] : []),
  ];
  const [first, ...others] = mailers;
  const keys = vapidKeysOf(secret);
  const address = /([^\s<>]+@[^\s<>]+)/.exec(from)?.[1] ?? 'no-reply@localhost';
  return {
    channels: {
      mail: first ? failOver([first, ...others]) : null,
      text: config.twilio ? createTwilioSender(config.twilio) : null,
      push: [createWebPushSender({ keys, contact: `mailto:${address}` }), ...(config.fcm ? [createFcmSender(config.fcm)] : [])],
    },
    vapidPublicKey: keys.publicKey,
  };
};
