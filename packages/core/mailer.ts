import { SendFailure, type Sent } from './sending.ts';

/**
 * One mail to one person. Links and one-time codes may stand in it: never log a message's text. `id` is the same each time
 * that the same mail is tried, so that a provider, or the reader's mail program, can tell a repeat.
 */
export type MailMessage = { to: string; subject: string; text: string; html?: string; id?: string; headers?: Readonly<Record<string, string>> };

/** Sends mail. Rejects with `SendFailure` when the message was not taken over by a mail server. */
export type Mailer = { readonly provider: string; send(message: MailMessage): Promise<Sent> };

/** Asks the mailers in turn until one takes the message. What one refuses for good (no such address) is refused. */
export const failOver = (mailers: readonly [Mailer, ...Mailer[]]): Mailer => ({
  provider: mailers.map((mailer) => mailer.provider).join(', '),
  send: async (message) => {
    let last: unknown = null;
    for (const mailer of mailers) {
      try {
        return await mailer.send(message);
      } catch (error) {
        if (error instanceof SendFailure && error.permanent) throw error;
        last = error;
      }
    }
    throw last;
  },
});
