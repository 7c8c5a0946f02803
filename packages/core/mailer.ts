/** One mail to one person. Links and one-time codes may stand in it: never log a message's text. */
export type MailMessage = { to: string; subject: string; text: string; html?: string };

/** Sends mail. Rejects when the message was not taken over by a mail server. */
export type Mailer = { send(message: MailMessage): Promise<void> };
