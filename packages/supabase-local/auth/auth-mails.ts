import type { MailMessage } from '@docuvault/core/mailer.ts';
import type { AuthContext } from './auth-context.ts';
import type { MailedSecret } from './one-time-tokens.ts';
import { verifyLink } from './redirects.ts';

export type MailKind = 'signup' | 'recovery' | 'magiclink' | 'invite' | 'email_change' | 'reauthentication';

const words: Record<MailKind, { subject: string; lead: string }> = {
  signup: { subject: 'Confirm your email address', lead: 'To finish signing up, open this link:' },
  recovery: { subject: 'Set a new password', lead: 'Somebody, hopefully you, asked to set a new password. To do so, open this link:' },
  magiclink: { subject: 'Your sign-in link', lead: 'To sign in, open this link:' },
  invite: { subject: 'You are invited', lead: 'You are invited to a family vault. To accept, open this link:' },
  email_change: { subject: 'Confirm the change of your email address', lead: 'To confirm that your account’s address changes, open this link:' },
  reauthentication: { subject: 'Your confirmation code', lead: 'To confirm that it is you, enter this code:' },
};

/** The mail that carries a link and its code. A reauthentication has a code only. */
export const authMail = (ctx: AuthContext, kind: MailKind, to: string, secret: MailedSecret, redirectTo: string): MailMessage => {
  const { subject, lead } = words[kind];
  const link = kind === 'reauthentication' ? [] : [verifyLink(ctx, secret.linkToken, kind, redirectTo), '', 'or enter this code:'];
  const text = [lead, '', ...link, '', secret.otp, '', 'If you did not ask for this, do nothing.', ''].join('\n');
  return { to, subject, text };
};

/** Sends after the answer; a failure is logged without the message. */
export const sendLater = (ctx: AuthContext, message: MailMessage) => {
  const { mailer } = ctx;
  if (!mailer) return ctx.log.warn('a mail was not sent: no mail provider is configured');
  // Names of accounts that have no address (RFC 2606) have the form of one; nothing can reach them.
  if (message.to.endsWith('.invalid')) return;
  ctx.later('sending a mail', async () => {
    await mailer.send(message);
  });
};
