import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type MailServer = { url: string; mails: ParsedMail[]; refuse: { code: number; times: number } | null; stop(): Promise<void> };

/** A mail server that speaks SMTP, keeps what it gets, and refuses recipients with a code for as many times as told. */
export const startMailServer = async (): Promise<MailServer> => {
  const mails: ParsedMail[] = [];
  const state: MailServer = { url: '', mails, refuse: null, stop: () => new Promise((resolve) => { server.close(() => { resolve(); }); }) };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 200, // clients keep connections for later mails
    onRcptTo: (_address, _session, callback) => {
      if (state.refuse && state.refuse.times-- > 0) {
        callback(Object.assign(new Error('refused'), { responseCode: state.refuse.code }));
        return;
      }
      callback();
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => { mails.push(mail); callback(); }, callback);
    },
  });
  const address = await new Promise<{ port: number }>((resolve) => { const listening = server.listen(0, '127.0.0.1', () => { resolve(listening.address() as { port: number }); }); });
  state.url = `smtp://127.0.0.1:${address.port}`;
  return state;
};
