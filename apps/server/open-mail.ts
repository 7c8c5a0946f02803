import { failOver, type Mailer } from '@docuvault/core/mailer.ts';
import { pacedMailer, type Pace } from '@docuvault/core/pace.ts';
import { createResendMailer } from '@docuvault/mail-resend/resend-mailer.ts';
import { createSendgridMailer } from '@docuvault/mail-sendgrid/sendgrid-mailer.ts';
import { createSmtpMailer } from '@docuvault/mail-smtp/smtp-mailer.ts';
import type { ChannelConfig } from './channel-config.ts';

/** The providers of mail that are configured, each asked after the one before has failed, at its own rate; null: none. */
export const openMail = (config: Pick<ChannelConfig, 'mailFrom' | 'smtpUrl' | 'resend' | 'sendgrid' | 'rates'>, pace: Pace): Mailer | null => {
  const from = config.mailFrom;
  const [first, ...others] = [
    ...(config.smtpUrl ? [pacedMailer(createSmtpMailer(config.smtpUrl, from), pace, config.rates.smtp)] : []),
    ...(config.resend ? [pacedMailer(createResendMailer({ ...config.resend, from }), pace, config.rates.resend)] : []),
    ...(config.sendgrid ? [pacedMailer(createSendgridMailer({ ...config.sendgrid, from }), pace, config.rates.sendgrid)] : []),
  ];
  return first ? failOver([first, ...others]) : null;
};
